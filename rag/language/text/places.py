"""Countries and bodies by all the names that people use for them: "U.S.", "American" and "United States" are one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

# name | other names and the words for what is of it | the city that often stands for its government
_COUNTRIES = """
Afghanistan|Afghan,Afghans|Kabul
Albania|Albanian,Albanians|Tirana
Algeria|Algerian,Algerians|Algiers
Angola|Angolan|Luanda
Argentina|Argentine,Argentinian,Argentinians|Buenos Aires
Armenia|Armenian,Armenians|Yerevan
Australia|Australian,Australians|Canberra
Austria|Austrian,Austrians|Vienna
Azerbaijan|Azerbaijani,Azerbaijanis|Baku
Bahrain|Bahraini|Manama
Bangladesh|Bangladeshi,Bangladeshis|Dhaka
Barbados|Barbadian,Barbadians,Bajan|Bridgetown
Belarus|Belarusian,Belarusians|Minsk
Belgium|Belgian,Belgians|
Bolivia|Bolivian,Bolivians|La Paz
Bosnia and Herzegovina|Bosnia,Bosnian|Sarajevo
Botswana|Botswanan|Gaborone
Brazil|Brazilian,Brazilians|Brasília,Brasilia
Bulgaria|Bulgarian,Bulgarians|Sofia
Cambodia|Cambodian|Phnom Penh
Cameroon|Cameroonian|Yaoundé
Canada|Canadian,Canadians|Ottawa
Catalonia|Catalan,Catalans|
Chile|Chilean,Chileans|Santiago
China|Chinese,People's Republic of China,PRC,mainland China|Beijing
Colombia|Colombian,Colombians|Bogotá,Bogota
Congo|Congolese,Democratic Republic of the Congo,DR Congo|Kinshasa
Costa Rica|Costa Rican|San José
Croatia|Croatian,Croatians,Croat|Zagreb
Cuba|Cuban,Cubans|Havana
Cyprus|Cypriot|Nicosia
Czech Republic|Czech,Czechs,Czechia|Prague
Denmark|Danish,Dane,Danes|Copenhagen
Dominican Republic|Dominican|Santo Domingo
Ecuador|Ecuadorian|Quito
Egypt|Egyptian,Egyptians|Cairo
El Salvador|Salvadoran,Salvadorans|San Salvador
England|English,Englishman,Englishwoman|
Eritrea|Eritrean,Eritreans|Asmara
Estonia|Estonian,Estonians|Tallinn
Ethiopia|Ethiopian,Ethiopians|Addis Ababa
Faroe Islands|Faroese,Faroes|Tórshavn
Fiji|Fijian,Fijians|Suva
Finland|Finnish,Finn,Finns|Helsinki
Flanders|Flemish|
France|French,Frenchman|Paris
Gabon|Gabonese|Libreville
Georgia|Georgian,Georgians|Tbilisi
Germany|German,Germans|Berlin
Ghana|Ghanaian|Accra
Greece|Greek,Greeks|Athens
Greenland|Greenlandic,Greenlander,Greenlanders|Nuuk
Guatemala|Guatemalan,Guatemalans|Guatemala City
Guyana|Guyanese|
Haiti|Haitian,Haitians|Port-au-Prince
Honduras|Honduran,Hondurans|Tegucigalpa
Hungary|Hungarian,Hungarians|Budapest
Iceland|Icelandic,Icelander|Reykjavik
India|Indian,Indians|New Delhi,Delhi
Indonesia|Indonesian,Indonesians|Jakarta
Iran|Iranian,Iranians|Tehran
Iraq|Iraqi,Iraqis|Baghdad
Ireland|Irish|Dublin
Israel|Israeli,Israelis|Jerusalem
Italy|Italian,Italians|Rome
Ivory Coast|Ivorian,Ivorians,Côte d'Ivoire|Yamoussoukro
Jamaica|Jamaican|Kingston
Japan|Japanese|Tokyo
Jordan|Jordanian|Amman
Kazakhstan|Kazakh,Kazakhs,Kazakhstani|Astana
Kenya|Kenyan,Kenyans|Nairobi
Kosovo|Kosovar,Kosovars,Kosovan|Pristina
Kuwait|Kuwaiti|Kuwait City
Kyrgyzstan|Kyrgyz|Bishkek
Laos|Lao,Laotian|Vientiane
Latvia|Latvian,Latvians|Riga
Lebanon|Lebanese|Beirut
Libya|Libyan|Tripoli
Lithuania|Lithuanian,Lithuanians|Vilnius
Luxembourg|Luxembourgish|
Madagascar|Malagasy|Antananarivo
Malawi|Malawian,Malawians|Lilongwe
Malaysia|Malaysian,Malaysians|Kuala Lumpur
Mali|Malian,Malians|Bamako
Malta|Maltese|Valletta
Mauritius|Mauritian,Mauritians|Port Louis
Mexico|Mexican,Mexicans|Mexico City
Moldova|Moldovan|Chisinau
Mongolia|Mongolian|Ulaanbaatar
Montenegro|Montenegrin|Podgorica
Morocco|Moroccan,Moroccans|Rabat
Mozambique|Mozambican,Mozambicans|Maputo
Myanmar|Burma,Burmese|Naypyidaw
Namibia|Namibian,Namibians|Windhoek
Nepal|Nepali,Nepalese|Kathmandu
Netherlands|Dutch,Holland|The Hague,Hague
New Zealand|New Zealander|Wellington
Nicaragua|Nicaraguan,Nicaraguans|Managua
Nigeria|Nigerian,Nigerians|Abuja
Niger|Nigerien|Niamey
North Korea|North Korean,North Koreans,DPRK|Pyongyang
North Macedonia|Macedonian|Skopje
Northern Ireland|Northern Irish|Belfast,Stormont
Norway|Norwegian,Norwegians|Oslo
Oman|Omani|Muscat
Pakistan|Pakistani,Pakistanis|Islamabad
Palestine|Palestinian,Palestinians|Ramallah
Panama|Panamanian|Panama City
Paraguay|Paraguayan|Asunción
Peru|Peruvian,Peruvians|Lima
Philippines|Philippine,Filipino,Filipinos|Manila
Poland|Polish,Pole,Poles|Warsaw
Portugal|Portuguese|Lisbon
Qatar|Qatari|Doha
Romania|Romanian,Romanians|Bucharest
Russia|Russian,Russians,Russian Federation|Moscow,Kremlin
Rwanda|Rwandan|Kigali
Saudi Arabia|Saudi,Saudis|Riyadh
Scotland|Scottish,Scot,Scots,Scotsman,Scotswoman|Edinburgh,Holyrood
Senegal|Senegalese|Dakar
Serbia|Serbian,Serbians,Serb,Serbs|Belgrade
Sierra Leone|Sierra Leonean|Freetown
Singapore|Singaporean,Singaporeans|
Slovakia|Slovak,Slovaks|Bratislava
Slovenia|Slovenian,Slovene|Ljubljana
Somalia|Somali,Somalis|Mogadishu
South Africa|South African,South Africans|Pretoria
South Korea|South Korean,South Koreans,Republic of Korea,Korea,Korean,Koreans|Seoul
Spain|Spanish,Spaniard,Spaniards|Madrid
Sri Lanka|Sri Lankan|Colombo
Sudan|Sudanese|Khartoum
Suriname|Surinamese|Paramaribo
Sweden|Swedish,Swede,Swedes|Stockholm
Switzerland|Swiss|Bern
Syria|Syrian,Syrians|Damascus
Taiwan|Taiwanese|Taipei
Tajikistan|Tajik,Tajiks|Dushanbe
Tanzania|Tanzanian|Dodoma
Thailand|Thai,Thais|Bangkok
Tibet|Tibetan,Tibetans|Lhasa
Trinidad and Tobago|Trinidad,Trinidadian,Trinidadians|Port of Spain
Tunisia|Tunisian,Tunisians|Tunis
Turkey|Turkish,Turk,Turks,Türkiye,Turkiye|Ankara
Turkmenistan|Turkmen|Ashgabat
Uganda|Ugandan|Kampala
Ukraine|Ukrainian,Ukrainians|Kyiv,Kiev
United Arab Emirates|UAE,Emirati,Emiratis,Emirates|Abu Dhabi
United Kingdom|UK,U.K.,Britain,British,Great Britain,Briton,Britons|London,Whitehall,Westminster
United States|US,U.S.,USA,U.S.A.,United States of America,America,American,Americans|Washington
Uruguay|Uruguayan|Montevideo
Uzbekistan|Uzbek,Uzbeks|Tashkent
Venezuela|Venezuelan,Venezuelans|Caracas
Vietnam|Vietnamese,Viet Nam|Hanoi
Wales|Welsh,Welshman,Welshwoman|Cardiff
Wallonia|Walloon,Walloons|Namur
Yemen|Yemeni,Yemenis|Sanaa
Zambia|Zambian|Lusaka
Zimbabwe|Zimbabwean|Harare
European Union|EU,E.U.,Union,European,Europe,Europeans|Brussels
United Nations|UN,U.N.|
Africa|African,Africans|
Asia|Asian,Asians|
Latin America|Latin American,Latin Americans|
Holy See|Vatican,Vatican City|
Council of Europe|CoE|Strasbourg
European Council||
Council of the European Union|Council of the EU,EU Council|
African Union|AU|
Group of Seven|G7,G-7|
Group of Twenty|G20,G-20|
World Trade Organization|WTO,World Trade Organisation|
European Commission|EU Commission|
European Parliament|EU Parliament|
"""

_WHOLES = dict.fromkeys(
    ("European Commission", "European Parliament", "European Council", "Council of the European Union"),
    "European Union",
)


@lru_cache(maxsize=1)
def aliases() -> dict[str, str]:
    """Lower-case name -> what it names."""
    found: dict[str, str] = {}
    for name, others, _ in _rows():
        found |= {alias.lower(): name for alias in (name, *others) if alias}
    return found


def with_wholes(named: Iterable[str]) -> frozenset[str]:
    """Places and bodies with those that they are parts of: what the Commission does, the Union does."""
    given = frozenset(named)
    return given | {_WHOLES[name] for name in given & _WHOLES.keys()}


@lru_cache(maxsize=1)
def seats() -> dict[str, str]:
    """Lower-case city -> the country or body for whose government it can stand."""
    return {city.lower(): name for name, _, cities in _rows() for city in cities if city}


@lru_cache(maxsize=1)
def alias_pattern() -> re.Pattern[str]:
    """Finds every name of the table, the longest first, with its capitals."""
    names = sorted((alias for name, others, _ in _rows() for alias in (name, *others) if alias), key=len, reverse=True)
    return _pattern(names)


@lru_cache(maxsize=1)
def seat_pattern() -> re.Pattern[str]:
    """Finds every city of the table."""
    return _pattern([city for _, _, cities in _rows() for city in cities if city])


def _pattern(names: list[str]) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, names)) + r")(?!\w)")


def _rows() -> list[tuple[str, list[str], list[str]]]:
    rows = (line.split("|") for line in _COUNTRIES.strip().splitlines())
    return [(name, others.split(","), cities.split(",")) for name, others, cities in rows]
