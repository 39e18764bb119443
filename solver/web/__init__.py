"""porism in a browser, and over HTTP: a local page and a JSON interface over the calls of `solver.service`."""
