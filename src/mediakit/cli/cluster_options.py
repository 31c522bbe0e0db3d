"""Options of the commands that work with several machines."""

from collections.abc import Callable
from functools import wraps
from gettext import gettext as _
from typing import Any

import click

from mediakit.batch.cluster_address import Certificates

# Any: the signature of a command is Click's business
Command = Callable[..., Any]

_FILE = click.Path(exists=True, dir_okay=False)


def certificate_options(command: Command) -> Command:
    """Add the files of TLS, named as Dask names them, and ``--insecure``.

    The command is given ``certificates`` and ``insecure``.
    """

    @click.option(
        "--tls-ca-file",
        "authority",
        type=_FILE,
        metavar=_("FILE"),
        help=_("PEM: who signed the certificates of all machines."),
    )
    @click.option(
        "--tls-cert",
        "certificate",
        type=_FILE,
        metavar=_("FILE"),
        help=_("PEM: this machine's certificate."),
    )
    @click.option(
        "--tls-key",
        "key",
        type=_FILE,
        metavar=_("FILE"),
        help=_("PEM: its secret key."),
    )
    @click.option(
        "--insecure",
        is_flag=True,
        help=_("Let footage and commands cross the network for anyone to read."),
    )
    @wraps(command)
    def with_certificates(
        *args: Any,
        authority: str | None,
        certificate: str | None,
        key: str | None,
        **kwargs: Any,
    ) -> Any:
        files = Certificates(
            authority=authority or "", certificate=certificate or "", key=key or ""
        )
        return command(*args, certificates=files, **kwargs)

    return with_certificates
