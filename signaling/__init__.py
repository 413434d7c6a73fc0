"""The front door and composition root: pages, REST, sockets, rooms, tokens, and the media workers' link."""
