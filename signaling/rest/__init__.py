"""The REST interface: one module a resource, gathered into one route table."""

from signaling.rest.table import ROUTES

__all__ = ["ROUTES"]
