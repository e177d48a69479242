"""Names of treatments and tests in Spanish and German; what is not in the table stays as it is printed in the file.

Drugs are given by the names the World Health Organization lists for the language (international nonproprietary names);
brands, codes and diagnoses are never changed: the plan finds them by their own words.
"""

import re

LANGUAGES = ("es", "de")
TERMS = {
    name: (spanish, german)
    for name, spanish, german in (
        line.split(" | ")
        for line in """
adalimumab | adalimumab | Adalimumab
albuterol | salbutamol | Salbutamol
amitriptyline | amitriptilina | Amitriptylin
aripiprazole | aripiprazol | Aripiprazol
azathioprine | azatioprina | Azathioprin
bupropion | bupropión | Bupropion
citalopram | citalopram | Citalopram
clozapine | clozapina | Clozapin
cyclosporine | ciclosporina | Ciclosporin
duloxetine | duloxetina | Duloxetin
escitalopram | escitalopram | Escitalopram
fluoxetine | fluoxetina | Fluoxetin
gabapentin | gabapentina | Gabapentin
hydroxychloroquine | hidroxicloroquina | Hydroxychloroquin
insulin | insulina | Insulin
lamotrigine | lamotrigina | Lamotrigin
leflunomide | leflunomida | Leflunomid
lithium | litio | Lithium
metformin | metformina | Metformin
methotrexate | metotrexato | Methotrexat
methylphenidate | metilfenidato | Methylphenidat
mirtazapine | mirtazapina | Mirtazapin
naproxen | naproxeno | Naproxen
nortriptyline | nortriptilina | Nortriptylin
omeprazole | omeprazol | Omeprazol
paroxetine | paroxetina | Paroxetin
prednisone | prednisona | Prednison
pregabalin | pregabalina | Pregabalin
propranolol | propranolol | Propranolol
quetiapine | quetiapina | Quetiapin
roflumilast | roflumilast | Roflumilast
sertraline | sertralina | Sertralin
sulfasalazine | sulfasalazina | Sulfasalazin
sumatriptan | sumatriptán | Sumatriptan
tiotropium | tiotropio | Tiotropium
topiramate | topiramato | Topiramat
tramadol | tramadol | Tramadol
trazodone | trazodona | Trazodon
valproate | valproato | Valproat
venlafaxine | venlafaxina | Venlafaxin
cognitive behavioral therapy | terapia cognitivo-conductual | kognitive Verhaltenstherapie
home oxygen | oxígeno en casa | Sauerstofftherapie zu Hause
nb-uvb phototherapy | fototerapia UVB de banda estrecha | Schmalband-UVB-Phototherapie
occupational therapy | terapia ocupacional | Ergotherapie
phototherapy | fototerapia | Lichttherapie
physical therapy | fisioterapia | Physiotherapie
psychotherapy | psicoterapia | Psychotherapie
pulmonary rehabilitation | rehabilitación pulmonar | pneumologische Rehabilitation
skin test | prueba cutánea | Hauttest
speech therapy | terapia del habla | Sprachtherapie
transcranial magnetic stimulation | estimulación magnética transcraneal | transkranielle Magnetstimulation
tuberculosis test | prueba de tuberculosis | Tuberkulosetest
""".strip().split("\n")
    )
}


def term(text: str, language: str) -> str:
    """Give a name in *language* where the table holds it whole, else as it is; a capital at its head is kept.

    German drug names are nouns and keep their capital wherever they stand.
    """
    if language not in LANGUAGES:
        return text
    said = TERMS.get(re.sub(r"\s+", " ", text.strip()).lower())
    if said is None:
        return text
    word = said[LANGUAGES.index(language)]
    return f"{word[:1].upper()}{word[1:]}" if text[:1].isupper() else word
