"""What examines the checks instead of asking questions, by name."""

MUTATIONS = "mutations"
LABELLED = ("wice", "wice-oracle", "attributionbench")
CHECKED = (*LABELLED, MUTATIONS)
