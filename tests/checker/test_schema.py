"""Reading certificates, and the schema that says the same to other programs."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from solver.checker import read_certificate
from solver.errors import CertificateError
from solver.statements.reference import schema
from tests.checker.examples import EXAMPLES, RESTATED
from tests.checker.tampering import tampered
from tests.checker.test_tampering import REAL
from tests.proof.proofs import proof_of

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "certificate.schema.json").read_text(encoding="utf-8"))
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)


def is_read(certificate: Any) -> bool:
    try:
        read_certificate(certificate)
    except CertificateError:
        return False
    return True


def test_the_schema_is_one() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("name", [*EXAMPLES, *RESTATED])
def test_examples_validate(name: str) -> None:
    VALIDATOR.validate({**EXAMPLES, **RESTATED}[name].as_json())


@pytest.mark.parametrize("name", REAL)
def test_found_proofs_validate(name: str) -> None:
    VALIDATOR.validate(json.loads(proof_of(REAL[name]).to_json()))


@pytest.mark.parametrize("name", ["similar_ssa", "sine_value", "stewart", "forms", "lines", "auxiliary"])
def test_the_schema_refuses_nothing_that_is_read(name: str) -> None:
    """The other way round it can't know points, ids and the numbers of points: but types, fields and words it does."""
    both = 0
    for path, what, changed in tampered({**EXAMPLES, **RESTATED}[name].as_json()):
        valid = VALIDATOR.is_valid(changed)
        # An unknown rule is well-formed to the reader: that there is none is said by the step's check.
        if is_read(changed) and path[-1:] != ("rule",) and path[-1:] != ("kind",):
            assert valid, (path, what)
        if what in ("another type", "with an unknown field"):
            assert not valid, (path, what)
        both += not valid
    assert both > 50


def test_the_schema_knows_the_same_words() -> None:
    """Where it doesn't, `python -m solver.statements.reference` writes it anew."""
    assert schema(SCHEMA) == SCHEMA


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not JSON"),
        ("[1, 2", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        ("null", "not an object"),
        ('{"format": "porism-proof"}', "no field"),
        ('{"a": 1, "a": 2}', "twice"),
        ('{"seed": ' + "9" * 10_000 + "}", "not JSON|no field"),
        ("\x00\xff", "not JSON"),
    ],
)
def test_what_is_no_certificate_is_refused(text: str, words: str) -> None:
    with pytest.raises(CertificateError, match=words):
        read_certificate(text)


@pytest.mark.parametrize(
    ("path", "value", "words"),
    [
        (("version",), 2.0, "version 2"),
        (("version",), True, "version 2"),
        (("version",), 1, "version 1, which meant less"),
        (("seed",), True, "seed"),
        (("seed",), 1.5, "seed"),
        (("coordinates", "a", 0), "nan", "two decimal numbers"),
        (("coordinates", "a", 0), "inf", "two decimal numbers"),
        (("coordinates", "a", 0), "0x10", "two decimal numbers"),
        (("coordinates", "a", 0), "1" * 41, "two decimal numbers"),
        (("premises", 0, "claim"), {"equation": "log", "terms": [["1", "a", "b"]]}, "a premise is a predicate"),
        (("steps", 0, "claim"), {"equation": "log", "terms": []}, "has terms"),
        (("steps", 0, "claim"), {"equation": "log", "terms": [["0", "a", "b"]]}, "zero"),
        (("steps", 0, "claim"), {"equation": "log", "terms": [["1", "a", "a"]]}, "twice"),
        (("steps", 0, "claim"), {"equation": "log", "terms": [["1", "a", "b"], ["1", "b", "a"]]}, "each quantity once"),
        (("steps", 0, "claim"), {"equation": "length", "terms": [["1", "a", "b", "c"]]}, "two points"),
        (("steps", 0, "claim"), {"equation": "log", "terms": [["1", "a", "b"]], "constants": {"4": "1"}}, "base"),
        (("steps", 0, "claim"), {"equation": "direction", "terms": [["1", "a", "b"]], "constants": {"2": "1"}}, "base"),
        (("steps", 0, "claim"), {"equation": "length", "terms": [["1", "a", "b"]], "constants": {"1": "1"}}, "base"),
        (("steps", 0, "claim"), {"predicate": "acompute", "points": ["a", "b", "a", "c"]}, "can be claimed"),
        (("steps", 0, "claim"), {"predicate": "cong", "points": ["a", "b", "a"]}, "3 points"),
        (("steps", 0, "claim"), {"predicate": "aconst", "points": ["a", "b", "a", "c"]}, "0 constants"),
        (("steps", 0, "claim"), {"predicate": "rconst", "points": ["a", "b", "a", "c"], "constants": ["-2"]}, "positive"),
        (("steps", 0, "claim"), {"predicate": "rconst", "points": ["a", "b", "a", "c"], "constants": ["1/0"]}, "zero"),
        (("steps", 0, "claim"), {"predicate": "cong", "points": ["a", "b", "a", "q"]}, "no coordinates"),
        (("steps", 0, "coefficients"), ["1"], "linear"),
        (("steps", 0, "uses"), ["p1", "p1"], "twice"),
        (("steps", 0, "uses"), ["s1"], "no earlier"),
        (("steps", 0, "id"), "p1", "twice"),
        (("steps", 0, "id"), "", "not an id"),
        (("steps",), [{}] * 5001, "more than"),
        (("goal", "by"), "s9", "no earlier"),
    ],
)  # fmt: skip
def test_what_is_not_well_formed_is_refused(path: tuple[str | int, ...], value: Any, words: str) -> None:
    certificate = copy.deepcopy(EXAMPLES["similar_ssa"].as_json())
    inner = certificate
    for key in path[:-1]:
        inner = inner[key]  # type: ignore[index]
    inner[path[-1]] = value  # type: ignore[index]
    with pytest.raises(CertificateError, match=words):
        read_certificate(certificate)


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=8,
)


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(_JSON, st.sampled_from([*EXAMPLES["similar_ssa"].as_json()]))
def test_whatever_stands_in_a_field_is_read_or_refused(value: Any, field: str) -> None:
    is_read({**EXAMPLES["similar_ssa"].as_json(), field: value})
    is_read(value)
