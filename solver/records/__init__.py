"""Theorems as records: what each says and needs, its canonical form, and the shards that keep many of them."""
