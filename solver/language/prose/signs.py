"""How letters and signs are written, in Unicode and in LaTeX, and how they are read."""

from __future__ import annotations

import re

#: Greek letters by their names in LaTeX.
LETTERS = dict(
    zip(
        [
            "alpha",
            "beta",
            "gamma",
            "delta",
            "epsilon",
            "varepsilon",
            "zeta",
            "eta",
            "theta",
            "vartheta",
            "iota",
            "kappa",
            "lambda",
            "mu",
            "nu",
            "xi",
            "pi",
            "rho",
            "sigma",
            "tau",
            "upsilon",
            "phi",
            "varphi",
            "chi",
            "psi",
            "omega",
            "Gamma",
            "Delta",
            "Theta",
            "Lambda",
            "Xi",
            "Pi",
            "Sigma",
            "Upsilon",
            "Phi",
            "Psi",
            "Omega",
        ],
        "αβγδεεζηθθικλμνξπρστυφφχψωΓΔΘΛΞΠΣΥΦΨΩ",
        strict=True,
    )
) | {"ell": "ℓ"}

#: Signs as they are written, and how they are read.
SIGNS = {
    "∡": "∠", "∢": "∠", "⊥": "⟂", "‖": "∥", "||": "∥", "\\|": "∥", "//": "∥", "▵": "△", "∽": "∼", "~": "∼", "≡": "≅",
    "·": "*", "×": "*", "∗": "*", "⋅": "*", "−": "-", "–": "-", "—": "-", "÷": "/", "º": "°", "&": "and", "<>": "≠", "!=": "≠",
    "≤": "<=", "≥": ">=", "⩽": "<=", "⩾": ">=", "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "＝": "=",
    "。": ".", "＜": "<", "＞": ">", "⟹": "", "⇒": "", "＋": "+", "－": "-", "∆": "△", "⊿": "△", "☉": "⊙", "⨀": "⊙", "ʘ": "⊙",
    "⌢": "⌒", "≌": "≅", "∘": "°", "◦": "°", "˚": "°", "⇔": "iff", "⟺": "iff", "∵": "", "∴": "", "▱": "▱", "∦": "∦", "∉": "∉",
}  # fmt: skip

#: Fractions and powers that are one sign.
NUMERALS = {"½": "1/2", "⅓": "1/3", "⅔": "2/3", "¼": "1/4", "¾": "3/4", "⅕": "1/5", "⅙": "1/6", "⅛": "1/8"}
POWERS = {"²": "2", "³": "3", "⁴": "4"}

#: Commands of LaTeX that are signs; "" for those that only lay out.
COMMANDS = {
    "angle": "∠", "measuredangle": "∠", "sphericalangle": "∠", "perp": "⟂", "bot": "⟂", "parallel": "∥", "nparallel": "∦", "triangle": "△",
    "vartriangle": "△", "bigtriangleup": "△", "odot": "⊙", "bigodot": "⊙", "in": "∈", "notin": "∉", "cap": "∩", "sim": "∼", "cong": "≅", "equiv": "≅",
    "ne": "≠", "neq": "≠", "cdot": "*", "times": "*", "le": "<=", "leq": "<=", "leqslant": "<=", "ge": ">=",
    "geq": ">=", "geqslant": ">=", "lt": "<", "gt": ">", "setminus": "∖", "backslash": "∖", "circ": "°", "degree": "°", "colon": ":",
    "overarc": "⌒", "widehat": "⌒", "wideparen": "⌒", "arc": "⌒", "frown": "⌒", "overparen": "⌒", "stackrel": "", "overset": "",
    "lozenge": "", "parallelogram": "▱", "iff": "iff", "Leftrightarrow": "iff", "Longleftrightarrow": "iff",
    "Vert": "∥", "shortparallel": "∥", "mid": "|", "vert": "|", "lvert": "|", "rvert": "|", "div": "/", "prime": "'", "ldots": "…", "dots": "…", "cdots": "…",
}  # fmt: skip

#: Commands of LaTeX that only lay out, or put a bar over a segment.
LAYOUT = frozenset(
    re.findall(
        r"\w+",
        """
    left right middle big Big bigg Bigg bigl bigr Bigl Bigr biggl biggr Biggl Biggr bigm text textit textbf textrm textsf emph mathrm
    mathit mathbf mathsf mathtt mbox hbox operatorname displaystyle textstyle scriptstyle limits nolimits overline bar underline hat
    tilde overleftrightarrow quad qquad enspace thinspace hspace vspace noindent newline par it rm bf item begin end itemize
    enumerate center smallskip medskip bigskip label ref cite footnote dfrac tfrac frac phantom hphantom vphantom cancel boxed
    tag nonumber notag small large Large normalsize centering hfill ensuremath mathop mathrel mathbin nobreak allowbreak unboldmath
    boldsymbol bm kern mkern rlap llap smash raisebox triangleleft blacksquare qed newcommand renewcommand def
    """,
    )
)

#: Functions of angles, by their spellings.
FUNCTIONS = {"sin": "sin", "cos": "cos", "tan": "tan", "tg": "tan", "cot": "cot", "ctg": "cot"}
