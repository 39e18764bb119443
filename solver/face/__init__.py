"""The package that users import: solver/face/porism is installed as `porism` (pyproject.toml)."""
