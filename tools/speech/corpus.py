"""The sentences the demo model knows: a small grammar in French and English.

They are what people say in dialogue groups in Mali, so that searches and themes
tried on the samples make sense. ``mediakit.engines`` knows none of this: only the
model's weights remember it.
"""

import itertools
import random
from functools import cache

LANGUAGES = ("fr", "en")

_PLACES = {
    "fr": (
        "Dans notre village",
        "À Gao",
        "À Mopti",
        "À Kidal",
        "À Tombouctou",
        "Au marché",
        "Dans le camp",
        "À Bamako",
        "À Ségou",
        "À l'école",
    ),
    "en": (
        "In our village",
        "In Gao",
        "In Mopti",
        "In Kidal",
        "In Timbuktu",
        "At the market",
        "In the camp",
        "In Bamako",
        "In Segou",
        "At school",
    ),
}
_SUBJECTS = {
    "fr": (
        "les jeunes",
        "les femmes",
        "les anciens",
        "les familles",
        "les soldats",
        "nos voisins",
        "les éleveurs",
        "les agriculteurs",
    ),
    "en": (
        "young people",
        "the women",
        "the elders",
        "families",
        "the soldiers",
        "our neighbours",
        "the herders",
        "the farmers",
    ),
}
_VERBS = {
    "fr": ("demandent", "attendent", "cherchent", "perdent", "défendent", "partagent"),
    "en": ("ask for", "wait for", "look for", "lose", "defend", "share"),
}
_OBJECTS = {
    "fr": (
        "la paix",
        "la justice",
        "la confiance",
        "le dialogue",
        "du travail",
        "la sécurité",
        "la vérité",
        "de l'eau",
        "le pardon",
        "l'unité",
    ),
    "en": (
        "peace",
        "justice",
        "trust",
        "dialogue",
        "work",
        "security",
        "the truth",
        "water",
        "forgiveness",
        "unity",
    ),
}
_TOWNS = {
    "fr": ("Gao", "Mopti", "Kidal", "Tombouctou", "Bamako", "Ségou", "Ménaka"),
    "en": ("Gao", "Mopti", "Kidal", "Timbuktu", "Bamako", "Segou", "Menaka"),
}
_ANSWERS = {
    "fr": ("Nous avons entendu {who} de {town}.", "Que disent {who} de {town} ?"),
    "en": ("We heard {who} of {town}.", "What do {who} of {town} say?"),
}
_FIXED = {
    "fr": (
        "Sans dialogue, la méfiance grandit.",
        "Nous voulons vivre ensemble.",
        "La peur a fermé les routes.",
        "Le marché est vide depuis la crise.",
        "Mon fils a quitté l'école.",
        "Il faut écouter les femmes.",
        "La parole est à tous.",
        "L'armée doit protéger les populations.",
        "Nos valeurs ont changé.",
        "Le respect des anciens se perd.",
        "Merci d'être venus ce matin.",
        "Quels sont les obstacles à la paix ?",
        "Le manque de confiance nous divise.",
        "Je n'ai pas confiance dans les autorités.",
        "Nos enfants ont peur d'aller à l'école.",
        "La confiance se construit lentement.",
        "Avant, nous partagions le même puits.",
        "Les routes ne sont pas sûres.",
        "La route de Gao est coupée.",
        "Les marchandises n'arrivent plus.",
        "L'eau manque pendant la saison sèche.",
        "Le bétail a détruit les champs.",
        "Les couloirs de passage sont fermés.",
        "Personne ne nous a demandé notre avis.",
        "Les jeunes n'ont pas de travail.",
        "Le chômage pousse les jeunes à partir.",
        "Mon frère est parti et n'est pas revenu.",
        "Nous avons quitté notre village la nuit.",
        "Nous vivons sous les tentes.",
        "Nous voulons rentrer chez nous.",
        "Les femmes portent le poids de la crise.",
        "Une mère ne dort plus quand la nuit tombe.",
        "La justice est trop loin de nous.",
        "Les coupables ne sont pas jugés.",
        "Les soldats doivent nous respecter.",
        "L'État est absent.",
        "Le maire ne vient jamais ici.",
        "La radio répète des rumeurs.",
        "Une rumeur suffit pour créer un conflit.",
        "Le pardon demande la vérité.",
        "Il faut parler avant de se battre.",
        "Nous sommes tous des Maliens.",
        "La diversité est notre richesse.",
        "Les anciens savaient régler les conflits.",
        "Le dialogue doit continuer.",
        "Qui va nous protéger ?",
        "Que pouvons-nous faire ensemble ?",
        "Je m'appelle Aminata et je vis à Gao.",
        "Je suis éleveur depuis toujours.",
        "Je cultive la terre de mon père.",
        "Oui, c'est vrai.",
        "Non, je ne suis pas d'accord.",
        "Je comprends leur colère.",
        "Nous avons la même peur.",
        "Nous ne savions pas cela.",
        "Leur parole nous a touchés.",
        "Nous voulons leur répondre.",
        "Venez nous voir et parlons.",
        "Nous attendons votre réponse.",
        "Merci de nous avoir écoutés.",
    ),
    "en": (
        "Without dialogue, mistrust grows.",
        "We want to live together.",
        "Fear has closed the roads.",
        "The market is empty since the crisis.",
        "My son has left school.",
        "We must listen to the women.",
        "Everyone has the right to speak.",
        "The army must protect the people.",
        "Our values have changed.",
        "Respect for the elders is fading.",
        "Thank you for coming this morning.",
        "What are the obstacles to peace?",
        "The lack of trust divides us.",
        "I do not trust the authorities.",
        "Our children are afraid to go to school.",
        "Trust is built slowly.",
        "Before, we shared the same well.",
        "The roads are not safe.",
        "The road to Gao is cut.",
        "Goods no longer arrive.",
        "Water is short in the dry season.",
        "The cattle destroyed the fields.",
        "The cattle routes are closed.",
        "Nobody asked us what we think.",
        "Young people have no work.",
        "Unemployment pushes young people to leave.",
        "My brother left and did not come back.",
        "We left our village at night.",
        "We live in tents.",
        "We want to go home.",
        "Women carry the weight of the crisis.",
        "A mother does not sleep when night falls.",
        "Justice is too far from us.",
        "The guilty are not judged.",
        "The soldiers must respect us.",
        "The state is absent.",
        "The mayor never comes here.",
        "The radio repeats rumours.",
        "One rumour is enough to start a conflict.",
        "Forgiveness asks for the truth.",
        "We must talk before we fight.",
        "We are all Malians.",
        "Diversity is our wealth.",
        "The elders knew how to settle conflicts.",
        "The dialogue must continue.",
        "Who will protect us?",
        "What can we do together?",
        "My name is Aminata and I live in Gao.",
        "I have always been a herder.",
        "I farm my father's land.",
        "Yes, that is true.",
        "No, I do not agree.",
        "I understand their anger.",
        "We have the same fear.",
        "We did not know that.",
        "Their words moved us.",
        "We want to answer them.",
        "Come and see us and let us talk.",
        "We are waiting for your answer.",
        "Thank you for listening to us.",
    ),
}


@cache
def built_sentences(language: str) -> tuple[str, ...]:
    """Return every sentence that is put together from a place, people and a wish."""
    slots = (_PLACES, _SUBJECTS, _VERBS, _OBJECTS)
    return tuple(
        f"{place}, {who} {does} {what}."
        for place, who, does, what in itertools.product(*(s[language] for s in slots))
    )


@cache
def answers(language: str) -> tuple[str, ...]:
    """Return every sentence that answers, or asks about, people of another town."""
    return tuple(
        form.format(who=who, town=town)
        for form in _ANSWERS[language]
        for who in _SUBJECTS[language]
        for town in _TOWNS[language]
    )


def fixed_sentences(language: str) -> tuple[str, ...]:
    """Return the sentences that are always said as they are."""
    return _FIXED[language]


def all_sentences(language: str) -> tuple[str, ...]:
    """Return everything the model can know in a language."""
    return (
        *built_sentences(language),
        *answers(language),
        *fixed_sentences(language),
    )


def draw(language: str, chance: random.Random) -> str:
    """Draw one sentence, the fixed ones often enough to be learnt well."""
    kinds = (fixed_sentences, answers, built_sentences)
    (kind,) = chance.choices(kinds, (0.45, 0.1, 0.45))
    return chance.choice(kind(language))
