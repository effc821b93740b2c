"""The editors' screens under /beheer: Dutch pages made on the server, without script."""

from api.editing.screens import serve_editing

__all__ = ["serve_editing"]
