"""``mediakit transcribe``: turn speech into text."""

from functools import partial
from gettext import gettext as _
from gettext import ngettext

import click

from mediakit.batch.cluster_address import Certificates, Cluster, check_address
from mediakit.cli.app import App, pass_app
from mediakit.cli.cluster_options import certificate_options
from mediakit.cli.leaving import purpose_of
from mediakit.cli.listening import chosen_model
from mediakit.cli.listening_options import listening_options
from mediakit.cli.options import json_option
from mediakit.cli.output import answer, say
from mediakit.cli.transcribing import follow
from mediakit.engines.base import Device, Options, Task
from mediakit.engines.registry import ENGINES
from mediakit.machine import threads as processors
from mediakit.model.ladder import TRANSCRIBE
from mediakit.workflows.hear_apart import hear_apart
from mediakit.workflows.hear_clips import hear_clips
from mediakit.workflows.hear_elsewhere import hear_elsewhere
from mediakit.workflows.load_engine import load_engine
from mediakit.workflows.transcribe_clips import (
    Hearing,
    choose_clips,
    transcribe_clips,
)


@click.command(
    "transcribe",
    help=_(
        "Turn speech into text: in the clips named, or in every clip that has no "
        "transcript yet. Clips in which somebody refused a machine are left out and "
        "listed. Interrupted, the same command goes on where it was.\n\n"
        "\b\n"
        "Examples:\n"
        "  mediakit transcribe\n"
        "  mediakit transcribe c-7k3 --language fr --model small --again"
    ),
)
@click.argument("clips", nargs=-1, metavar=_("[CLIP]..."))
@click.option("--session", default="", metavar="ID", help=_("Recorded at a session."))
@click.option("--theme", default="", metavar=_("THEME"), help=_("About a theme."))
@click.option(
    "--again", is_flag=True, help=_("Also clips with a transcript; it stays.")
)
@click.option(
    "--model", default="", metavar=_("NAME"), help=_("See 'mediakit model list'.")
)
@click.option(
    "--engine",
    type=click.Choice(ENGINES),
    help=_("The speech engine, where a model is for several."),
)
@click.option(
    "--device",
    type=click.Choice([device.value for device in Device]),
    default=Device.AUTO.value,
    show_default=True,
    help=_("What to compute on: a graphics card if one works, or say which."),
)
@click.option(
    "--threads",
    type=click.IntRange(1),
    metavar=_("NUMBER"),
    help=_("Processors to use; all if not given."),
)
@click.option(
    "--cluster",
    "address",
    default="",
    metavar=_("ADDRESS"),
    help=_(
        "Let the machines of a cluster listen, as tls://10.0.0.5:8786; see 'mediakit "
        "cluster'. They are sent the clips that they do not see on a disk, and only "
        "those that a machine may process; nothing of them stays there."
    ),
)
@certificate_options
@json_option
@pass_app
@listening_options
def command(
    app: App,
    clips: tuple[str, ...],
    session: str,
    theme: str,
    again: bool,
    model: str,
    engine: str | None,
    device: str,
    threads: int | None,
    address: str,
    certificates: Certificates,
    insecure: bool,
    options: Options,
) -> None:
    """Transcribe what is left to transcribe and print a line for each clip."""
    space, cluster = app.workspace, None
    if address:
        cluster = Cluster(check_address(address, insecure=insecure), certificates)
        if threads:
            raise click.UsageError(_("--threads is each worker's own, in a cluster."))
    chosen, others = choose_clips(
        space.catalog,
        clips,
        session=session,
        theme=theme,
        task=options.task,
        again=again,
    )
    _say_others(others, options.task)
    if not chosen:
        if not others:
            say(_("There is no clip to transcribe."))
        answer(app, {"transcribed": [], "left_out": []}, [])
        return
    used = chosen_model(app, model, engine or "")
    if cluster:
        hearing: Hearing = partial(
            hear_elsewhere, space.library, cluster, used, options, Device(device)
        )
    else:
        load = partial(
            load_engine,
            used,
            threads=threads or processors(),
            device=Device(device),
        )
        here = partial(hear_apart, used.engine, load)
        hearing = partial(hear_clips, space.library, here, used, options)
    steps = transcribe_clips(
        space.library,
        space.catalog,
        chosen,
        hearing,
        used.languages,
        options,
        purpose_of(app, scope=TRANSCRIBE),
        again=again,
    )
    follow(app, chosen, steps, options)


def _say_others(count: int, task: Task) -> None:
    if not count:
        return
    if task is Task.TRANSLATE:
        text = ngettext(
            "{count} clip has an English translation already; --again makes another.",
            "{count} clips have an English translation already; --again makes another.",
            count,
        )
    else:
        text = ngettext(
            "{count} clip has a transcript already; --again makes another.",
            "{count} clips have a transcript already; --again makes another.",
            count,
        )
    say(text.format(count=count))
