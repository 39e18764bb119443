"""One proof, many forms: each is written from the same reading of it."""
