"""Bodies that are called by what they are for or whom they speak for, and the words that mean the same in such names."""

from __future__ import annotations

from index.words import stem

# Words for one matter or one group of people, as offices, courts, unions and associations are called by them.
_SAME = """
finance financial treasury fiscal budget economy economic economics exchequer
foreign external diplomatic state
interior home internal domestic
justice judicial legal
health medical medicine medicines drug drugs pharmaceutical healthcare hospital
labor employment work jobs working labour
education school schools
trade commerce commercial trading
industry industrial business enterprise companies firm firms employer employers
competition antitrust monopolies cartel merger
privacy data protection information
internet cyberspace online digital cyber web telecoms telecommunications communications telecom network frequency spectrum
environment environmental climate ecology green nature
transport transportation traffic road roads rail railway
housing tenant tenants renter renters lodger
landlord landlords owner owners homeowner property
farming agriculture agricultural farm farmer farmers grower growers farmworkers
defense defence military army war armed
culture cultural arts art heritage
science research scientific technology innovation
energy power electricity gas utility utilities
statistics statistical
customs border tax taxes revenue
appeal appeals appellate
criminal crime penal
doctor doctors physician physicians medics clinicians
nurse nurses nursing
teacher teachers teaching educators schoolteachers lecturers
head heads headteachers headmasters
parent parents families family mothers
pupil pupils student students
worker workers employee employees staff labor
driver drivers motorist motorists hauliers
player players footballers professional
coach coaches trainers managers
fisher fishers fishermen fishing anglers angling
journalist journalists press reporters media
lawyer lawyers bar attorneys solicitors barristers
consumer consumers customer customers shoppers
passenger passengers commuters travellers
patient patients
pensioner pensioners retired retirees
bank banks banking bankers
police policing officers
youth young
women female
church churches religious
sport sports sporting football
election electoral elections voting
audit auditing auditors accounts
road highways
pilot pilots cockpit
builder builders building construction
retail retailer retailers shop shops shopkeepers
hotel hotels hospitality
tourism tourist travel
nuclear atomic
prison prisons penitentiary correctional
aviation air airline airlines
port ports harbour harbor dock dockers
securities market markets stock
human rights
"""


def same_matter(word: str) -> frozenset[str]:
    """The stems that mean the same as a word in the name of a body, its own among them."""
    own = stem(word)
    rows = [frozenset(stem(other) for other in row.split()) for row in _SAME.strip().splitlines()]
    return frozenset({own}).union(*(row for row in rows if own in row))
