"""A Redis that answers with errors for a while is an outage: the client says so, and asks again."""

import asyncio

import redis_client


async def loading_twice():
    """A server that says LOADING twice, as a Redis that has just been restarted, then PONG; its address."""
    answers = iter([b"-LOADING Redis is loading the dataset in memory\r\n"] * 2)

    async def serve(reader, writer):
        while await reader.readline():
            await reader.readline()
            await reader.readline()
            writer.write(next(answers, b"+PONG\r\n"))
        writer.close()

    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    return f"redis://127.0.0.1:{server.sockets[0].getsockname()[1]}"


async def main():
    redis_client.RETRY_SECONDS = 0.01
    redis = redis_client.Redis(await loading_twice())
    assert await asyncio.wait_for(redis("PING"), 10) == "PONG"


asyncio.run(main())
