"""What Chinese leaves out: subjects that were just named, and what feet and points of contact are of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass, replace
from typing import Any

from solver.language.prose.syntax import (
    SELF,
    About,
    AngleSize,
    Clause,
    Goal,
    Many,
    Modified,
    Named,
    Noun,
    Pronoun,
    Relation,
    Run,
    Said,
    Sentence,
    Thing,
    Together,
    nodes,
)

#: The subject that isn't said.
TOPIC = Pronoun("topic")
#: Verbs of clauses that give names to feet of perpendiculars and to points of contact.
FEET, CONTACTS = "垂足", "切点"


def joined(items: Sequence[Sentence]) -> list[Sentence]:
    """The clauses of a sentence, each with its subject."""
    found: list[Sentence] = []
    items = [_turned(item, _parallels(tuple(items))) for item in items]
    for item in items:
        seen = _triangles(item)
        if seen and found and is_topical(item):
            found[-1:-1] = seen  # what was said last is what the clause goes on about
        else:
            found += seen
        if isinstance(item, Goal):
            if item.kind == "prove" and any(map(is_topical, item.clauses)) and found:
                before = found[-1]
                said = before.clauses[-1] if isinstance(before, Goal) and before.clauses else before
                topic = subject_of(said) if not isinstance(said, Goal) else None
                if topic is not None:
                    item = replace(item, clauses=tuple(_filled(c, _short(topic)) for c in item.clauses))
            if item.kind == "find" and isinstance(item.asked, Modified):  # 求斜边AB上的高CD的长
                found.append(Clause("mention", (("subject", item.asked),), place=item.place))
                item = replace(item, asked=item.asked.thing)
            found.append(item)
        elif isinstance(item, Clause) and item.verb in (FEET, CONTACTS):
            _contacts(found, item)
        elif is_topical(item) and found and not isinstance(found[-1], Goal):
            found[-1] = _attached(found[-1], item)
        else:
            found.append(item)
    return found


def _triangles(item: Sentence) -> list[Sentence]:
    """Triangles inside of what is said are known before the rest of it: △ABC的顶点A and ∠B in one clause."""
    if isinstance(item, Goal) or (isinstance(item, Clause) and item.verb in ("exist", "be")):
        return []
    nouns = [n for n in nodes(item) if isinstance(n, Noun) and n.head == "triangle" and n.names]
    return [Clause("mention", (("subject", noun),), place=noun.place) for noun in nouns]


def _parallels(items: tuple[Sentence, ...]) -> list[set[frozenset[str]]]:
    """The pairs of lines that are said to be parallel."""
    relations = [n for n in nodes(items) if isinstance(n, Relation) and "∥" in n.signs]
    return [{frozenset(s.points) for s in r.sides if isinstance(s, Run)} for r in relations]


def _turned(node: Any, parallels: list[set[frozenset[str]]]) -> Any:
    """An isosceles trapezoid ABCD whose bases are said to be AD and BC is BCDA: the first side is a base."""
    if isinstance(node, Noun) and node.head == "trapezoid" and "isosceles" in node.adjectives:
        names = tuple(
            Run((*n.points[1:], n.points[0]), n.place)
            if isinstance(n, Run) and {frozenset(n.points[1:3]), frozenset((n.points[0], n.points[-1]))} in parallels
            else n
            for n in node.names
        )
        return node if names == node.names else replace(node, names=names)
    if isinstance(node, tuple):
        parts = tuple(_turned(part, parallels) for part in node)
        return node if all(p is q for p, q in zip(parts, node, strict=True)) else parts
    if is_dataclass(node) and not isinstance(node, type):
        changed = {f.name: _turned(getattr(node, f.name), parallels) for f in fields(node) if f.name != "place"}
        same = all(changed[name] is getattr(node, name) for name in changed)
        return node if same else replace(node, **changed)
    return node


def is_topical(node: object) -> bool:
    """Whether a subject is left out."""
    if node is TOPIC:
        return True
    if isinstance(node, tuple):
        return any(map(is_topical, node))
    return is_dataclass(node) and any(is_topical(getattr(node, f.name)) for f in fields(node) if f.name != "place")


def _filled(node: Any, subject: Thing) -> Any:
    """The tree with the subject in its places."""
    if node is TOPIC:
        return subject
    if isinstance(node, tuple):
        return tuple(_filled(part, subject) for part in node)
    if is_dataclass(node) and not isinstance(node, type) and is_topical(node):
        changed = {f.name: _filled(getattr(node, f.name), subject) for f in fields(node) if f.name != "place"}
        return replace(node, **changed)
    return node


def subject_of(said: Said) -> Thing | None:
    match said:
        case About(thing, _):
            return thing
        case Clause("extend", _):
            return said.role("object")
        case Clause():
            return said.role("subject")
        case Relation(sides, _):
            return sides[0]
        case Together(clauses):
            return subject_of(clauses[-1])
    return None


def _short(subject: Thing) -> Thing:
    """The names of a thing that has names; said again, it needn't be described again."""
    if isinstance(subject, Noun) and subject.names:
        if subject.head in ("circle", "circumcircle", "incircle", "excircle", "semicircle", "ninepoint_circle"):
            return Noun("circle", names=subject.names, place=subject.place)
        if any(isinstance(name, Run) and len(name.points) > 2 for name in subject.names) and subject.head == "line":
            return Noun("line", names=subject.names, place=subject.place)  # a secant PAB, no triangle
        return subject.names[0] if len(subject.names) == 1 else Many(subject.names)
    return subject


def _both(before: Said, said: Said) -> Thing | None:
    """The two circles that touch or meet, where what follows gives each of them a point: 且分别与⊙O内切于B、C."""
    at = said.role("at") if isinstance(said, Clause) else None
    if not (isinstance(before, Clause) and isinstance(said, Clause) and isinstance(at, Many)):
        return None
    subject, other, wanted = before.role("subject"), before.role("object"), said.role("object")
    rounds = [t for t in (subject, other) if isinstance(t, Noun) and t.head == "circle" and len(t.names) == 1]
    is_one = isinstance(wanted, Noun) and len(wanted.names) <= 1
    is_touching = said.verb.startswith("touch") and before.verb.startswith(("touch", "meet"))
    return Many(tuple(rounds)) if len(rounds) == 2 == len(at.items) and is_one and is_touching else None


def _attached(before: Said, said: Said) -> Said:
    """Two clauses about one thing. One without a name is bound, so that it is the same in both."""
    both = _both(before, said)
    if both is not None:
        return Together((before, _filled(said, both)))
    subject = subject_of(before)
    if subject is None:
        return Together((before, said))
    if (circle := _circle_of_center(before, subject, said)) is not None:
        return Together((before, _filled(said, circle)))
    short = _short(subject)
    if short is not subject or _is_named(subject):
        return Together((before, _filled(said, short)))
    if isinstance(before, About):
        inner = before.said.clauses if isinstance(before.said, Together) else (before.said,)
        return About(before.thing, Together((*inner, _filled(said, SELF))), before.place)
    if isinstance(before, Clause):
        bound = replace(before, roles=tuple((r, SELF if t is subject else t) for r, t in before.roles))
        return About(subject, Together((bound, _filled(said, SELF))), before.place)
    return Together((before, _filled(said, subject)))


def _circle_of_center(before: Said, subject: Thing, said: Said) -> Noun | None:
    """`(圆的圆心为K，)且与AB交于M`: the circle does, and not its center."""
    is_center = (
        isinstance(before, Clause) and before.verb == "be" and isinstance(subject, Noun) and subject.head == "center"
    )
    named = before.role("object") if is_center and isinstance(before, Clause) else None
    is_curve = isinstance(said, Clause) and (said.verb in ("meet", "pass") or said.verb.startswith("touch"))
    return Noun("circle", names=(named,)) if is_curve and isinstance(named, Run) and len(named.points) == 1 else None


def _is_named(subject: Thing) -> bool:
    return isinstance(subject, Run | Named | AngleSize) or (
        isinstance(subject, Many) and all(map(_is_named, subject.items))
    )


def _contacts(found: list[Sentence], said: Clause) -> None:
    """`垂足为D`, `切点为A、B`: of the perpendiculars or tangents that were drawn last."""
    ((_, at),) = said.roles
    names = at.items if isinstance(at, Many) else (at,)
    for k in reversed(range(len(found))):
        before = found[k]
        if isinstance(before, Goal):
            break
        made = _feet(before, at, names) if said.verb == FEET else _touching(before, at)
        if made is not None:
            found[k] = made
            return
        relations = [r for item in found for r in _perpendiculars(item)] if said.verb == FEET else []
        if len(relations) >= len(names):
            for (first, second), name in zip(relations[-len(names) :], names, strict=True):
                found.append(Clause("meet", (("subject", first), ("object", second), ("at", name)), place=said.place))
            return
    found.append(said)


def _perpendiculars(item: Sentence) -> Iterator[tuple[Thing, Thing]]:
    match item:
        case Relation((first, second), ("⟂",)):
            yield first, second
        case Clause("perpendicular"):
            subject, other = item.role("subject"), item.role("object")
            assert subject is not None
            short = _short(subject)
            if other is not None:
                yield subject, other
            elif isinstance(short, Many) and len(short.items) == 2:
                yield short.items[0], short.items[1]
        case Together(clauses):
            for clause in clauses:
                yield from _perpendiculars(clause)


def _feet(before: Said, at: Thing, names: Sequence[Thing]) -> Said | None:
    subject = subject_of(before)
    parts = subject.items if isinstance(subject, Many) else (subject,)
    nouns = [p for p in parts if isinstance(p, Noun) and p.head == "perpendicular"]
    if len(nouns) != len(parts) or not nouns:
        return None
    to = [n.role("to") for n in nouns]
    if None in to:
        return None
    target = to[0] if len(to) == 1 else Many(tuple(t for t in to if t is not None))
    assert target is not None
    target = _whole(target)  # a foot may lie on the extension of a side
    return _attached(before, Clause("meet", (("subject", TOPIC), ("object", target), ("at", at))))


def _whole(thing: Thing) -> Thing:
    """The lines of which sides are parts."""
    if isinstance(thing, Noun) and thing.head == "side" and thing.names:
        return thing.names[0] if len(thing.names) == 1 else Many(thing.names)
    return Many(tuple(map(_whole, thing.items))) if isinstance(thing, Many) else thing


def _touching(before: Said, at: Thing) -> Said | None:
    if isinstance(before, Together) and before.clauses:
        last = _touching(before.clauses[-1], at)
        return None if last is None else replace(before, clauses=(*before.clauses[:-1], last))
    if isinstance(before, Clause) and before.verb.startswith("touch") and before.role("at") is None:
        return replace(before, roles=(*before.roles, ("at", at)))
    noun = subject_of(before)
    if isinstance(noun, Many) and any(isinstance(item, Noun) for item in noun.items):
        tangents = [item for item in noun.items if isinstance(item, Noun) and item.head == "tangent"]
        if len(tangents) != 1:
            return None
        rest = [item for item in noun.items if item is not tangents[0]]
        drawn = Clause("place", (("subject", tangents[0]),), place=before.place)
        others = Clause("place", (("subject", rest[0] if len(rest) == 1 else Many(tuple(rest))),), place=before.place)
        touched = _touching(drawn, at)
        return None if touched is None else Together((touched, others), before.place)
    if isinstance(before, Clause) and before.verb == "be":
        owned = before.role("object")
        if isinstance(owned, Noun) and owned.head == "tangent" and noun is not None:
            return _touch(noun, owned, at)
        if isinstance(owned, Noun) and owned.head == "common_tangent" and noun is not None:
            of = owned.role("of")
            return None if of is None else Clause("touch", (("subject", noun), ("object", of), ("at", at)))
    if not isinstance(noun, Noun) or noun.head != "tangent":
        return None
    if noun.names and noun.role("to") is not None:
        return _touch(noun.names[0] if len(noun.names) == 1 else Many(noun.names), noun, at)
    to = noun.role("to")
    if to is None:
        return None
    return _attached(before, Clause("touch", (("subject", TOPIC), ("object", to), ("at", at))))


def _touch(line: Thing, noun: Noun, at: Thing) -> Said | None:
    """A tangent that is named touches at a point; where it was drawn from is said as well."""
    to = noun.role("to")
    if to is None or noun.mods:
        return None
    touch = Clause("touch", (("subject", line), ("object", to), ("at", at)), place=noun.place)
    seen = [Clause("mention", (("subject", t),), place=noun.place) for role, t in noun.roles if role != "to"]
    return Together((*seen, touch), noun.place) if seen else touch
