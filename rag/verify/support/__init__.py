"""Does a text support a claim? The port, and what implements it."""
