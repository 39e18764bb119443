"""LaTeX: what stands in it, and that it compiles where there is TeX."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from solver.proof.phrases.phrases import Tongue
from solver.proof.style import Style
from solver.proof.write.form import Form
from solver.proof.write.latex import fragment
from solver.proof.write.writers import WRITERS
from tests.proof.write.examples import proof_for, proof_with_auxiliary_point

PROOFS = [proof_for("simson"), proof_with_auxiliary_point()]


def test_every_line_has_a_label_of_its_own_and_every_reference_one_to_go_to() -> None:
    text = WRITERS[Form.LATEX](PROOFS, Tongue.ENGLISH, Style.OLYMPIAD)
    labels = re.findall(r"\\label\{(.*?)\}", text)
    assert len(labels) == len(set(labels)) == sum(len(proof.reading.lines) for proof in PROOFS)
    assert set(re.findall(r"\\ref\{(.*?)\}", text)) <= set(labels)


def test_only_what_every_tex_has_is_in_it() -> None:
    text = WRITERS[Form.LATEX](PROOFS, Tongue.ENGLISH, Style.OLYMPIAD)
    text.encode("ascii")
    assert text.count("$") % 2 == 0
    assert r"\measuredangle" in text and r"\cong" in text


def test_a_fragment_says_what_it_needs() -> None:
    text = WRITERS[Form.FRAGMENT](PROOFS, Tongue.ENGLISH, Style.OLYMPIAD)
    assert text.startswith("% The preamble needs: \\usepackage{")
    assert r"\documentclass" not in text


def test_special_characters_of_a_name_are_words() -> None:
    reading = replace(PROOFS[0].reading, name="50% of a_b & {c} #1 \\x ~^$")
    text = fragment(reading, PROOFS[0].figure)
    assert r"\section*{50\% of a\_b \& \{c\} \#1 \textbackslash{}x \textasciitilde{}\textasciicircum{}\$}" in text


def test_chinese_is_for_ctex() -> None:
    text = WRITERS[Form.LATEX](PROOFS, Tongue.CHINESE, Style.OLYMPIAD)
    assert text.startswith(r"\documentclass{ctexart}")
    assert r"\paragraph{证明}" in text


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no TeX here: apt install texlive-pictures")
def test_it_compiles(tmp_path: Path) -> None:
    (tmp_path / "proofs.tex").write_text(WRITERS[Form.LATEX](PROOFS, Tongue.ENGLISH, Style.OLYMPIAD), encoding="utf-8")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "proofs.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.skipif(
    shutil.which("xelatex") is None, reason="no XeTeX here: apt install texlive-xetex texlive-lang-chinese"
)
def test_chinese_compiles(tmp_path: Path) -> None:
    found = subprocess.run(["kpsewhich", "ctexart.cls"], capture_output=True, text=True, check=False)
    if not found.stdout.strip():
        pytest.skip("no ctex here: apt install texlive-lang-chinese")
    (tmp_path / "proofs.tex").write_text(
        WRITERS[Form.LATEX](PROOFS[:1], Tongue.CHINESE, Style.SCHOOL), encoding="utf-8"
    )
    command = ["xelatex", "-interaction=nonstopmode", "-halt-on-error", "proofs.tex"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout[-2000:]
    assert "Missing character" not in (tmp_path / "proofs.log").read_text(encoding="utf-8", errors="replace")
