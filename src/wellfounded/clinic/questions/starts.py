"""Ways to start without a letter from the plan; every other kind of letter follows from what is in the case."""

from dataclasses import dataclass

Said = tuple[str, str]  # its name, and what it is


@dataclass(frozen=True, slots=True)
class Start:
    """One way: the kind of letter it asks for ("need": whether one is needed), its words, and the market it implies."""

    kind: str
    en: Said
    es: Said
    market: str = ""


STARTS = (
    Start(
        "prior_authorization",
        ("Ask before the service", "A letter of medical necessity for a prior authorization"),
        ("Pedir antes del servicio", "Una carta de necesidad m\u00e9dica para una autorizaci\u00f3n previa"),
    ),
    Start(
        "fsa_hsa",
        ("FSA or HSA", "A letter so that a health account pays for an item or service"),
        ("FSA o HSA", "Una carta para que la cuenta de salud pague un art\u00edculo o servicio"),
        market="fsa_hsa_hra",
    ),
    Start(
        "step_therapy_exception",
        ("Skip a step", "An exception where the plan wants another drug tried first"),
        ("Saltar un paso", "Una excepci\u00f3n cuando el plan quiere que se pruebe antes otra medicina"),
    ),
    Start(
        "formulary_exception",
        ("A drug that is not on the list", "An exception to the plan\u2019s list of drugs"),
        ("Una medicina fuera de la lista", "Una excepci\u00f3n a la lista de medicinas del plan"),
    ),
    Start(
        "dme",
        ("Equipment", "A wheelchair, brace, bed or breathing device"),
        ("Equipo m\u00e9dico", "Una silla de ruedas, f\u00e9rula, cama o aparato para respirar"),
    ),
    Start(
        "workers_comp",
        ("Work injury", "A letter for workers\u2019 compensation"),
        ("Lesi\u00f3n en el trabajo", "Una carta para la compensaci\u00f3n de trabajadores"),
        market="workers_comp",
    ),
    Start(
        "renewal",
        ("Go on with it", "Renew an authorization that runs out"),
        ("Seguir con el tratamiento", "Renovar una autorizaci\u00f3n que se vence"),
    ),
    Start(
        "need",
        ("Do I need a letter at all?", "A few questions; often the answer is no"),
        ("\u00bfNecesito una carta?", "Unas pocas preguntas; muchas veces la respuesta es no"),
    ),
)
