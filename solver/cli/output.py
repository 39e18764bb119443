"""Results as JSON."""

from __future__ import annotations

import json


def to_json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"
