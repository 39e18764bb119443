"""Numeric plane geometry: points as complex numbers, lines and circles, where they meet."""
