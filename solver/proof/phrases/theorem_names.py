"""A theorem's name within a sentence: `by the butterfly theorem`, `since equal chords have equal arcs`."""

from __future__ import annotations

import re

#: What makes a title a sentence rather than a name.
_VERBS = re.compile(
    r"\b(is|are|has|have|meets?|lies?|concurs?|bisects?|divides?|halves?|sees?|touch(es)?|passes|stands?|cuts?|makes?|carries|"
    r"come|ends)\b"
)
#: Which case of a theorem it is, after its name.
_VARIANT = re.compile(r"(?:(?<=theorem)|(?<=a point)), .*$")
_POSSESSIVE = ("'s", "s'", "’s")


def theorem_name(title: str) -> tuple[str, bool]:
    """The title as it is cited, and whether it is a name; else it is a sentence, which says why itself."""
    name = _VARIANT.sub("", title.split(":", maxsplit=1)[0])
    if not any(word.endswith(_POSSESSIVE) for word in name.split()[:2]) and not name[:2].isupper():
        name = name[0].lower() + name[1:]
    is_name = not _VERBS.search(name)
    return (f"the {name}" if is_name and name.startswith("converse") else name), is_name
