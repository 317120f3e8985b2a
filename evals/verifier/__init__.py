"""How good are the checks? Claims with the text that they cite, true ones and broken ones, against the checker."""
