"""What can be wrong with an index, each with its remedy.

RagError
├── IndexMissing            there is no index in the folder
├── IndexUnusable
│   ├── IndexLocked         another process is writing to it
│   ├── IndexReadOnly       it cannot be written to
│   ├── VectorsUnreachable  the Chroma server that the settings name does not answer
│   ├── IndexVersion        it was made by another version of this project
│   ├── SettingsMismatch    it was made with another model or other splitter settings
│   └── IndexDamaged        its files contradict each other or cannot be read
├── ModelMissing            the embedding model cannot be loaded
├── BadFilter               a search filter that does not exist or has a bad value
└── DocumentMissing         no document of that id is indexed
"""

from corpus.errors import RagError


class IndexMissing(RagError):
    """There is no index in the folder."""


class IndexUnusable(RagError):
    """There is an index, and it cannot be used as it is."""


class IndexLocked(IndexUnusable):
    """Another process is writing to the index."""


class IndexReadOnly(IndexUnusable):
    """The index folder cannot be written to."""


class VectorsUnreachable(IndexUnusable):
    """The Chroma server that the settings name does not answer."""


class IndexVersion(IndexUnusable):
    """The index was made by another version of this project."""


class SettingsMismatch(IndexUnusable):
    """The index was made with another model or other splitter settings."""


class IndexDamaged(IndexUnusable):
    """The files of the index contradict each other or cannot be read."""


class ModelMissing(RagError):
    """The embedding model cannot be loaded."""


class BadFilter(RagError):
    """A search filter that does not exist or has a value that cannot be used."""


class DocumentMissing(RagError):
    """No document of that id is indexed."""
