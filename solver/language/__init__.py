"""Input languages: text in, a `Problem` out."""
