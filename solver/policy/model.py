"""What training leaves behind: NAME.safetensors, NAME.json, NAME.md, and its curves as NAME.csv and NAME.svg."""

from __future__ import annotations

import csv
import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from solver.policy.config import Config
from solver.policy.inference import SEEN
from solver.policy.network import Network
from solver.policy.ranks import TOP, Accuracy
from solver.policy.train import Progress


@dataclass(frozen=True)
class Provenance:
    """What a model card says of where the weights come from. records: trained on; examples: their nodes.

    before: accuracy of the order that the search has without a policy, on the same held-out nodes.
    """

    command: str
    data: Sequence[str]
    records: int
    examples: int
    seed: int
    threads: int
    before: Accuracy


def write_model(
    path: Path, network: Network, config: Config, curve: Sequence[Progress], provenance: Provenance
) -> list[Path]:
    """path: models/NAME, without a suffix. Returns the files written."""
    from safetensors.torch import save_file

    path.parent.mkdir(parents=True, exist_ok=True)
    weights, about, card, rows = (path.with_name(path.name + s) for s in (".safetensors", ".json", ".md", ".csv"))
    save_file({name: w.detach().float().cpu().contiguous() for name, w in network.state_dict().items()}, weights)
    described = {"shape": network.shape.as_dict(), "config": config.as_dict(), "seed": provenance.seed, "seen": SEEN}
    about.write_text(json.dumps(described, indent=1) + "\n", encoding="utf-8")
    parameters = sum(w.numel() for w in network.parameters())
    card.write_text(_card(path.name, parameters, config, curve, provenance), encoding="utf-8")
    with rows.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(
            ("epoch", "steps", "seconds", "loss", "held out", "value", *(f"top {k}" for k in TOP), "median")
        )
        for p in curve:
            figures = (p.seconds, p.loss, p.held_out, p.value, *p.accuracy.top, p.accuracy.median)
            writer.writerow((p.epoch, p.steps, *(f"{x:.4f}" for x in figures)))
    return [weights, about, card, rows, *_drawn(path.with_name(path.name + ".svg"), curve)]


def _card(name: str, parameters: int, config: Config, curve: Sequence[Progress], p: Provenance) -> str:
    last = curve[-1]
    heads = " | ".join(f"top {k}" for k in TOP)
    lines = [
        f"# {name}",
        "",
        f"A policy of porism's search: {parameters:,} parameters, width {config.width}, {config.rounds} rounds.",
        "",
        f"- data: {', '.join(p.data)}; {p.records:,} records, {p.examples:,} nodes",
        f"- command: `{p.command}`",
        f"- seed {p.seed}, {p.threads} threads, commit {commit()}",
        f"- time: {last.seconds / 60:.1f} minutes, {last.steps:,} steps, {last.epoch} epochs",
        "",
        f"The needed construction, among all candidates of {last.accuracy.nodes} held-out nodes:",
        "",
        f"| order | {heads} | median rank |",
        "|" + "---|" * (len(TOP) + 2),
        _row("by stage and how often a place is reached", p.before),
        _row("policy", last.accuracy),
        "",
        f"Loss {last.loss:.3f}, held out {last.held_out:.3f} (all candidates); value off by {last.value:.2f} bits (Huber).",
        "",
        "Configuration:",
        "",
        "```toml",
        *(f"{key} = {value}" for key, value in config.as_dict().items()),
        "```",
    ]
    return "\n".join(lines) + "\n"


def _row(order: str, accuracy: Accuracy) -> str:
    shares = " | ".join(f"{100 * share:.1f} %" for share in accuracy.top)
    return f"| {order} | {shares} | {accuracy.median:.1f} |"


def commit() -> str:
    """The checkout's commit, with a + where it has changes; "unknown" elsewhere."""
    here = Path(__file__).parent
    try:
        said = subprocess.run(
            ["git", "describe", "--always", "--dirty=+", "--abbrev=10", "--exclude=*"],
            cwd=here, capture_output=True, text=True, check=True, timeout=10,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return said.stdout.strip()


def _drawn(path: Path, curve: Sequence[Progress]) -> list[Path]:
    """The curves as a figure; none where matplotlib is absent."""
    try:
        from matplotlib.backends.backend_svg import FigureCanvasSVG
        from matplotlib.figure import Figure
    except ImportError:
        return []
    figure = Figure(figsize=(9, 3.5), layout="constrained")
    FigureCanvasSVG(figure)
    left, right = figure.subplots(1, 2)
    epochs = [p.epoch for p in curve]
    left.plot(epochs, [p.loss for p in curve], label="training (sampled candidates)")
    left.plot(epochs, [p.held_out for p in curve], label="held out (all candidates)")
    left.set(xlabel="epoch", ylabel="loss (nats)")
    for i, k in enumerate(TOP):
        right.plot(epochs, [100 * p.accuracy.top[i] for p in curve], label=f"top {k}")
    right.set(xlabel="epoch", ylabel="held-out nodes (%)", ylim=(0, 100))
    for axes in (left, right):
        axes.legend()
        axes.grid(alpha=0.3)
    figure.savefig(path)
    return [path]
