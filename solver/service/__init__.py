"""What other programs ask of porism, as typed calls: the layer under `porism lint`, `porism mcp` and `porism web`.

Each call takes text and numbers and returns a frozen dataclass that can be written as JSON; what a caller did wrong is
raised as a PorismError, with its place and what to write instead.
"""
