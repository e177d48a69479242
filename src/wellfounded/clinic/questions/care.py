"""Questions about the patient and the care: who it is for, what is asked for, and why."""

from wellfounded.clinic.questions.question import Choice, Question

SEXES: tuple[Choice, ...] = (
    ("female", "female: the letter says \u201cshe\u201d", "femenino"),
    ("male", "male: the letter says \u201che\u201d", "masculino"),
    ("other", "neither: the letter says the name", "ni uno ni otro"),
    ("unknown", "not said: the letter says the name", "prefiere no decirlo"),
)
QUESTIONS = (
    Question(
        "patient.name",
        "patient.name",
        "text",
        "Patient\u2019s full name",
        "Nombre completo del paciente",
        "Your full name",
    ),
    Question(
        "patient.birth_date",
        "patient.birth_date",
        "date",
        "Patient\u2019s date of birth",
        "Fecha de nacimiento del paciente",
        "Your date of birth",
    ),
    Question(
        "patient.sex",
        "patient.sex",
        "choice",
        "Patient\u2019s sex",
        "Sexo del paciente",
        "Your sex",
        help="The letter says \u201cshe\u201d or \u201che\u201d by it. Without an answer it says the name instead.",
        ayuda="Seg\u00fan la respuesta, la carta dice ella o \u00e9l. Sin respuesta, dice el nombre.",
        choices=SEXES,
    ),
    Question(
        "services.0.description",
        "services",
        "text",
        "What is asked for? (the item, drug or service, with strength)",
        "\u00bfQu\u00e9 se pide? (el art\u00edculo, la medicina o el servicio)",
        "What do you need? (the item, medicine or service)",
    ),
    Question(
        "services.0.code",
        "service.code",
        "text",
        "Its CPT or HCPCS code",
        "Su c\u00f3digo CPT o HCPCS",
        help="Five characters; the billing office knows it.",
        ayuda="Cinco caracteres; lo sabe la oficina de facturaci\u00f3n.",
    ),
    Question("services.0.quantity", "services", "number", "How many?", "\u00bfCu\u00e1ntos?"),
    Question(
        "services.0.unit",
        "services",
        "text",
        "Of what: sessions, doses, pieces?",
        "\u00bfDe qu\u00e9: sesiones, dosis, piezas?",
    ),
    Question(
        "services.0.duration",
        "services.duration",
        "text",
        "For how long? (as \u201c6 months\u201d)",
        "\u00bfPor cu\u00e1nto tiempo? (en ingl\u00e9s: \u201c6 months\u201d)",
    ),
    Question(
        "diagnoses.0.code",
        "diagnoses",
        "text",
        "Diagnosis, as an ICD-10-CM code",
        "Diagn\u00f3stico, como c\u00f3digo ICD-10-CM",
        help="It is on the visit summary, as L40.0 or M54.50.",
        ayuda="Est\u00e1 en el resumen de la visita, como L40.0 o M54.50.",
    ),
    Question(
        "diagnoses.0.description", "diagnoses", "text", "The diagnosis in words", "El diagn\u00f3stico en palabras"
    ),
)
