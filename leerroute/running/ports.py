"""Whether the ports are free, said before anything long starts."""

import socket

from leerroute.service.settings import Settings

HIGHEST_PORT = 65_536


def busy_ports(settings: Settings) -> list[str]:
    """One sentence for each port that another program holds, with the setting that moves ours."""
    wanted = {
        "LEERROUTE_PORT": (settings.host, settings.port),
        "LEERROUTE_RASA_PORT": (settings.rasa_host, settings.rasa_port),
        "LEERROUTE_ACTIONS_PORT": (settings.actions_host, settings.actions_port),
    }
    return [
        f"Port {port} is in use by another program. Stop it, or use another: {name}={_free_after(host, port)} make up"
        for name, (host, port) in wanted.items()
        if not _is_free(host, port)
    ]


def _free_after(host: str, port: int) -> int:
    """A port to propose: the next one that is free now."""
    return next((other for other in range(port + 1, HIGHEST_PORT) if _is_free(host, other)), port)


def _is_free(host: str, port: int) -> bool:
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((host, port))
            listener.listen()
        except OSError:
            return False
    return True
