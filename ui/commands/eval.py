"""`rag eval …`: how good it is, whether a change made it better, whether it may ship. The commands are those of `evals`."""

from evals.commands import application

app = application()
