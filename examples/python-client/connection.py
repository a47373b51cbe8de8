"""Frames over a socket: ws:// (one binary message is one frame) or tcp:// (each frame after its length)."""

import asyncio
import base64
import hashlib
import os
import struct
import urllib.parse

WEB_SOCKET_ID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"  # RFC 6455
BINARY, CLOSE, PING, PONG = 0x2, 0x8, 0x9, 0xA


async def open_connection(url):
    """A connection with send(frame), receive() → frame or None at the end, and close()."""
    parts = urllib.parse.urlsplit(url)
    reader, writer = await asyncio.open_connection(parts.hostname, parts.port)
    if parts.scheme == "tcp":
        return TcpConnection(reader, writer)
    if parts.scheme != "ws":
        raise ValueError(f"{url}: this example speaks ws:// and tcp://")
    await shake_hands(reader, writer, parts)
    return WebSocketConnection(reader, writer)


class TcpConnection:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    def send(self, frame):
        self.writer.write(struct.pack(">I", len(frame)) + frame)

    async def receive(self):
        try:
            (length,) = struct.unpack(">I", await self.reader.readexactly(4))
            return await self.reader.readexactly(length)
        except (asyncio.IncompleteReadError, OSError):
            return None

    def close(self):
        self.writer.close()


class WebSocketConnection:
    def __init__(self, reader, writer):
        self.reader, self.writer = reader, writer

    def send(self, frame, opcode=BINARY):
        """What a client sends is masked."""
        length = len(frame)
        if length < 126:
            header = struct.pack(">BB", 0x80 | opcode, 0x80 | length)
        elif length < 0x10000:
            header = struct.pack(">BBH", 0x80 | opcode, 0x80 | 126, length)
        else:
            header = struct.pack(">BBQ", 0x80 | opcode, 0x80 | 127, length)
        mask = os.urandom(4)
        masked = bytes(byte ^ mask[at & 3] for at, byte in enumerate(frame))
        self.writer.write(header + mask + masked)

    async def receive(self):
        """Gatehouse sends each frame in one piece."""
        try:
            while True:
                opcode, payload = await self._read_message()
                if opcode == BINARY:
                    return payload
                if opcode == PING:
                    self.send(payload, PONG)
                if opcode == CLOSE:
                    self.send(payload, CLOSE)
                    return None
        except (asyncio.IncompleteReadError, OSError):
            return None

    async def _read_message(self):
        first, length = await self.reader.readexactly(2)
        if length == 126:
            (length,) = struct.unpack(">H", await self.reader.readexactly(2))
        elif length == 127:
            (length,) = struct.unpack(">Q", await self.reader.readexactly(8))
        return first & 0x0F, await self.reader.readexactly(length)

    def close(self):
        self.writer.close()


async def shake_hands(reader, writer, parts):
    key = base64.b64encode(os.urandom(16)).decode()
    writer.write(
        f"GET {parts.path or '/'} HTTP/1.1\r\nHost: {parts.netloc}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
        f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
    )
    answer = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    expected = base64.b64encode(hashlib.sha1((key + WEB_SOCKET_ID).encode()).digest()).decode()
    if " 101 " not in answer.split("\r\n")[0] or expected not in answer:
        raise ConnectionError(f"no WebSocket there: {answer.splitlines()[0]}")
