"""The question before what a person may not want."""

from gettext import gettext as _

import click

from mediakit.cli.output import say


def be_sure(question: str) -> None:
    """Ask *question* on standard error, and go on only if the answer is yes.

    Click's own question knows English answers alone: here those of the person's
    language count, too. No answer is no.

    Raises:
        click.Abort: The answer is no, or there is nobody to answer.
    """
    yes, no = _("yes"), _("no")
    prompt = f"{question} [{yes[0]}/{no[0].upper()}]"
    while True:
        typed = click.prompt(prompt, default="", show_default=False, err=True)
        answer = typed.strip().lower()
        if answer in {yes, yes[0], "yes", "y"}:
            return
        if answer in {no, no[0], "no", "n", ""}:
            raise click.Abort
        say(_("Type {yes} or {no}.").format(yes=yes, no=no))
