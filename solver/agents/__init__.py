"""porism for agents: a server of the Model Context Protocol over the calls of `solver.service`."""
