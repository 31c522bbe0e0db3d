"""``mediakit cluster``: several machines that transcribe together."""

import os
from collections.abc import Generator
from contextlib import closing, suppress
from gettext import gettext as _

import click

from mediakit.batch import cluster_nodes
from mediakit.batch.cluster_address import (
    PORT,
    TCP,
    TLS,
    Certificates,
    Cluster,
    check_address,
)
from mediakit.cli.app import App, pass_app
from mediakit.cli.cluster_options import certificate_options
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.engines.registry import all_models
from mediakit.machine import models_folder
from mediakit.machine import threads as processors
from mediakit.workflows.hear_recording import skill


@click.group(
    "cluster",
    subcommand_metavar=_("COMMAND [ARGS]..."),
    help=_(
        "Let several machines transcribe together. One is the scheduler, which brings "
        "the others together; workers do the work; 'mediakit transcribe --cluster' "
        "gives it.\n\n"
        "Whoever reaches a scheduler can run any program on its workers, and these can "
        "on the machine that asks: let only your own machines reach it. With TLS, "
        "those are the ones whose certificates your own authority signed; Dask's "
        "documentation shows how to make them. Their files may also be named in Dask's "
        "own configuration."
    ),
)
def command() -> None:
    """Hold the verbs."""


@command.command(
    "scheduler",
    help=_(
        "Bring workers together with those who ask, until it is interrupted.\n\n"
        "Whoever reaches it can run any program on its workers.\n\n"
        "\b\n"
        "Example:\n"
        "  mediakit cluster scheduler --host 10.0.0.5 --tls-ca-file ca.pem "
        "--tls-cert here.pem --tls-key here-key.pem"
    ),
)
@click.option(
    "--host",
    default="127.0.0.1",
    show_default=True,
    metavar=_("ADDRESS"),
    help=_("This machine's address in the network."),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    metavar=_("NUMBER"),
    help=_("The port to listen at; 0 for any that is free."),
)
@certificate_options
@json_option
@pass_app
def scheduler(
    app: App, host: str, port: int, certificates: Certificates, insecure: bool
) -> None:
    """Be a scheduler."""
    scheme = TLS if certificates.certificate else TCP
    place = f"[{host}]" if ":" in host else host
    address = check_address(f"{scheme}://{place}:{port}", insecure=insecure)
    _run(
        app,
        cluster_nodes.scheduler(Cluster(address, certificates)),
        _("The scheduler is at {address}. Ctrl-C ends it."),
    )


@command.command(
    "worker",
    help=_(
        "Work for the scheduler at ADDRESS until it ends or is interrupted: one clip "
        "at a time, with the models on this machine. Recordings that this machine does "
        "not see on its disks are sent to it, and deleted after each.\n\n"
        "It does whatever the scheduler tells it.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit cluster worker tls://10.0.0.5:8786 --threads 4\n"
        "  CUDA_VISIBLE_DEVICES=1 mediakit cluster worker tls://10.0.0.5:8786"
    ),
)
@click.argument("address", metavar=_("ADDRESS"))
@click.option(
    "--threads",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Processors to use; all if not given."),
)
@certificate_options
@json_option
@pass_app
def worker(
    app: App,
    address: str,
    threads: int | None,
    certificates: Certificates,
    insecure: bool,
) -> None:
    """Be a worker."""
    cluster = Cluster(check_address(address, insecure=insecure), certificates)
    skills = map(skill, all_models(models_folder(os.environ)))
    _run(
        app,
        cluster_nodes.worker(cluster, skills, threads or processors()),
        _("Working at {address}. Ctrl-C ends it."),
    )


def _run(app: App, node: Generator[str, None, None], text: str) -> None:
    with closing(node), suppress(KeyboardInterrupt):
        # there is no other way to end it
        for address in node:
            answer(app, {"address": address}, [address])
            say(text.format(address=address))
