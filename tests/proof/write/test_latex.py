"""LaTeX: what stands in it, and that it compiles where there is TeX."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from solver.proof.phrases.phrases import Tongue
from solver.proof.style import Style
from solver.proof.write.form import Form
from solver.proof.write.latex import fragment
from solver.proof.write.printed import printed
from solver.proof.write.writers import WRITERS
from tests.proof.write.compiled import faults_of, figures, word_file
from tests.proof.write.examples import proof_for, proof_with_auxiliary_point

#: The last one is an inequality, with sums in parentheses, powers and ≥.
PROOFS = [proof_for("simson"), proof_with_auxiliary_point(), proof_for("euler")]


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


@pytest.mark.parametrize("tongue", list(Tongue))
def test_the_statement_is_shown_as_typed_and_as_understood(tongue: Tongue) -> None:
    reading = PROOFS[0].reading_in(tongue)
    stated = "(1) Let $\\Gamma$ be 50% of $\\frac{AB}{CD}$ & △ABC ∩ ⊙O_1"
    text = fragment(replace(reading, stated=printed(stated)), PROOFS[0].figure)
    assert r"(1) Let $\Gamma$ be 50\% of $AB/CD$ \& $\triangle ABC$ $\cap$ $\odot$" in text
    said = {
        Tongue.ENGLISH: "Understood as: $ABC$ is a triangle; $A$, $B$, $C$, $P$ are concyclic;",
        Tongue.CHINESE: "理解为：",
    }
    assert said[tongue] in text


def test_a_chinese_statement_is_for_ctex_in_any_language() -> None:
    proof = proof_for("chinese")
    assert WRITERS[Form.LATEX]([proof], Tongue.ENGLISH, Style.OLYMPIAD).startswith(r"\documentclass{ctexart}")
    assert "ctex" in WRITERS[Form.FRAGMENT]([proof], Tongue.ENGLISH, Style.OLYMPIAD).splitlines()[0]


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no TeX here: apt install texlive-pictures")
def test_proofs_and_their_figures_compile(tmp_path: Path) -> None:
    article = WRITERS[Form.LATEX](PROOFS, Tongue.ENGLISH, Style.OLYMPIAD)
    assert faults_of(article, "pdflatex", tmp_path / "proofs.tex", runs=2) == []
    assert faults_of(figures(PROOFS), "pdflatex", tmp_path / "figures.tex") == []


@pytest.mark.skipif(
    shutil.which("xelatex") is None, reason="no XeTeX here: apt install texlive-xetex texlive-lang-chinese"
)
def test_chinese_compiles(tmp_path: Path) -> None:
    found = subprocess.run(["kpsewhich", "ctexart.cls"], capture_output=True, text=True, check=False)
    if not found.stdout.strip():
        pytest.skip("no ctex here: apt install texlive-lang-chinese")
    article = WRITERS[Form.LATEX](PROOFS, Tongue.CHINESE, Style.SCHOOL)
    assert faults_of(article, "xelatex", tmp_path / "proofs.tex", runs=2) == []


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no TeX here: apt install texlive-pictures")
def test_what_tex_complains_of_is_found(tmp_path: Path) -> None:
    body = r"\ref{nowhere} \hbox to 5cm{\hskip 9cm} $" + "x" * 200 + "$ ≥"
    text = rf"\documentclass{{article}}\begin{{document}}{body}\end{{document}}"
    found = faults_of(text, "pdflatex", tmp_path / "bad.tex")
    assert [any(word in fault for fault in found) for word in ("Reference", "Overfull", "Unicode")] == [True] * 3


@pytest.mark.skipif(shutil.which("pandoc") is None, reason="no pandoc here: apt install pandoc")
@pytest.mark.parametrize("tongue", list(Tongue))
def test_a_word_file_is_made_of_the_markdown(tongue: Tongue, tmp_path: Path) -> None:
    assert word_file(PROOFS, tongue, tmp_path / "proofs.docx") == ""
    inside = unescape(re.sub("<[^>]+>", "", ZipFile(tmp_path / "proofs.docx").read("word/document.xml").decode()))
    inside = inside.replace("’", "'")
    readings = [proof.reading_in(tongue) for proof in PROOFS]
    assert [line.words for reading in readings for line in reading.lines if line.words not in inside] == []
