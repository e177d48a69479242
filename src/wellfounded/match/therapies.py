"""Treatments that are not medicines, in the shape of agent packs: what a policy's word for them takes in."""

from wellfounded.packs.schema.agent import AgentPack, Ingredient


def _pack(title: str, names: str, members: str, *within: str) -> AgentPack:
    held = {}
    for member in members.split(";"):
        name, *also = (part.strip() for part in member.split("="))
        held[name] = Ingredient(also=tuple(also))
    return AgentPack(
        title=title, names=tuple(name.strip() for name in names.split(";")), within=within, ingredients=held
    )


THERAPIES = (
    (
        "psychotherapy",
        _pack(
            "Psychotherapy",
            "psychotherapy; psychotherapies; psychological therapy; counseling; talk therapy; behavioral therapy",
            "cognitive behavioral therapy=CBT=cognitive behavior therapy=cognitive therapy=cognitive-behavioral "
            "therapy;"
            "interpersonal therapy=IPT=interpersonal psychotherapy; dialectical behavior therapy=DBT;"
            "behavioral activation; acceptance and commitment therapy; psychodynamic therapy;"
            "EMDR=eye movement desensitization and reprocessing; exposure therapy=prolonged exposure",
        ),
    ),
    (
        "conservative_care",
        _pack(
            "Conservative care",
            "conservative care; conservative therapy; conservative treatment; conservative management;"
            "non-surgical treatment; nonsurgical treatment; non-operative treatment; nonoperative treatment",
            "physical therapy=PT=physiotherapy; home exercise program=home exercises=HEP; "
            "chiropractic=chiropractic care;"
            "acupuncture; activity modification; bracing=brace; massage therapy; aquatic therapy; heat and ice",
        ),
    ),
    (
        "phototherapy",
        _pack(
            "Phototherapy",
            "phototherapy; light therapy; ultraviolet light therapy",
            "narrowband UVB=NB-UVB=nbUVB=UVB=UVB phototherapy=narrowband UVB phototherapy; PUVA; excimer laser",
        ),
    ),
    (
        "pap_therapy",
        _pack(
            "Positive airway pressure",
            "positive airway pressure; PAP; PAP therapy; positive airway pressure therapy",
            "CPAP=continuous positive airway pressure; BiPAP=bilevel positive airway pressure=BPAP; APAP=auto-CPAP",
        ),
    ),
    (
        "neuromodulation",
        _pack(
            "Brain stimulation",
            "neuromodulation; brain stimulation",
            "electroconvulsive therapy=ECT; transcranial magnetic stimulation=TMS=rTMS; vagus nerve stimulation=VNS",
        ),
    ),
)  # fmt: skip
