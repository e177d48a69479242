"""Parts of the body that have a side, by every word that names them."""

_PARTS = """
knee: knees patella patellar meniscus meniscal acl tka tkr genicular
hip: hips acetabular tha thr trochanteric
shoulder: shoulders rotator supraspinatus glenohumeral labrum
elbow: elbows epicondylitis
wrist: wrists carpal
hand: hands thumb finger fingers palm
ankle: ankles achilles
foot: feet toe toes heel plantar hallux
arm: arms forearm humerus humeral upper ue
leg: legs le tibia tibial calf fibula fibular thigh femur femoral lower
breast: breasts mastectomy mammogram
eye: eyes retina retinal macula macular cornea corneal intravitreal eyelid vision
ear: ears cochlear hearing
kidney: kidneys renal nephrectomy ureter ureteral
lung: lungs
side: sided hemiparesis hemiplegia
ovary: ovaries ovarian
testicle: testis testicular
jaw: mandible mandibular tmj temporomandibular
extremity: extremities limb limbs
buttock: gluteal buttocks
groin: inguinal
sacroiliac: si
spine: lumbar cervical thoracic sacral sympathetic foramen foraminal transforaminal radiculopathy facet radicular
spine: sciatica paracentral lateral root nerve disc
temple: temporal frontal parietal occipital
carotid:
iliac:
clavicle:
rib: ribs
cheek: face facial maxillary
adrenal:
thyroid:
ventricle: ventricular
atrium: atrial
"""
PART = {
    word: part
    for part, _, words in (row.partition(":") for row in _PARTS.strip().splitlines())
    for word in (part, *words.split())
}
