"""The REST interface: one module a resource, gathered into one route table."""

from signaling.rest.table import ROUTES
from signaling.rest.upgrades import UPGRADES

__all__ = ["ROUTES", "UPGRADES"]
