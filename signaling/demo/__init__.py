"""A whole session without camera or people: scripted participants over real sockets and real WebRTC."""
