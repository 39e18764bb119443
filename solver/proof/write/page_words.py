"""The words of a proof's page that aren't the proof's own, for each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from solver.proof.phrases.phrases import Tongue


@dataclass(frozen=True)
class PageWords:
    """labels: what stands on the page, by name. script: what it says while it is used; {} and {name} are filled in."""

    labels: Mapping[str, str]
    script: Mapping[str, str]


ENGLISH = PageWords(
    labels={
        "figure": "Figure",
        "understood": "How porism understood it",
        "other_language": "中文",
        "previous": "‹ Previous",
        "next": "Next step ›",
        "all": "Show all",
        "reset": "Reset figure",
        "hint": "Drag the points with a ring; step with ↓ and ↑. Everything that is given stays true.",
        "check": "Check the numbers here",
        "check_hint": "Every claim of the certificate, computed in your browser.",
    },
    script={
        "movable": "Point {}: drag it, or move it with the arrow keys",
        "fixed": "Point {}: determined by the others",
        "residuals": "What is given is off by {premises}, what is to be proved by {goal}.",
        "in_olympiad": "Directed angles",
        "in_school": "Undirected angles",
        "in_directed": "Every detail",
        "confirmed": "All {count} claims hold at the certificate's coordinates, to {error}.",
        "refuted": "These don't hold at the certificate's coordinates: {} (of {count} claims, to {error}).",
    },
)

CHINESE = PageWords(
    labels={
        "figure": "图形",
        "understood": "porism 对题目的理解",
        "other_language": "English",
        "previous": "‹ 上一步",
        "next": "下一步 ›",
        "all": "显示全部",
        "reset": "还原图形",
        "hint": "可以拖动带圈的点；用 ↓ 和 ↑ 逐步阅读。已知条件始终成立。",
        "check": "在此验算",
        "check_hint": "在浏览器中计算证书里的每一个结论。",
    },
    script={
        "movable": "点 {}：可拖动，也可用方向键移动",
        "fixed": "点 {}：由其他点确定",
        "residuals": "已知条件的误差为 {premises}，结论的误差为 {goal}。",
        "in_olympiad": "用有向角",
        "in_school": "用无向角",
        "in_directed": "全部细节",
        "confirmed": "全部 {count} 个结论在证书的坐标下成立，误差不超过 {error}。",
        "refuted": "下列结论在证书的坐标下不成立：{}（共 {count} 个，误差 {error}）。",
    },
)

PAGE_WORDS: Mapping[Tongue, PageWords] = {Tongue.ENGLISH: ENGLISH, Tongue.CHINESE: CHINESE}
