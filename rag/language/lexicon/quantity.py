"""Words for how much of something is meant: all, some, only, except; by class, and which classes may stand for which."""

from __future__ import annotations

from rag.language.lexicon.marking import Marker

CLASSES = {
    "all": "all per every each everyone everybody everything everywhere always entire(?:ly|ty)? whole(?:ly)? throughout "
    "universal(?:ly)? unanimous(?:ly)? complete(?:ly)? full(?:y)? total(?:ly)? both worldwide global(?:ly)? around_the_world "
    "across_the_board without_exception in_every in_all of_every of_all any anyone anybody anything anywhere whatever whatsoever "
    "wherever whenever whoever whichever regardless irrespective unlimited unconditional(?:ly)? no_matter nationwide general(?:ly)? "
    "alike the_rest everybody_else almost_all nearly_all in_any_case no_exceptions? of_any blanket",
    "none": "no none nobody no_one nothing never neither nor nowhere without not cannot \\w+n't hardly scarcely barely few little",
    "only": "only alone sole(?:ly)? exclusive(?:ly)? just merely nothing_but no_one_else nobody_else single limited_to "
    "confined_to restricted_to reserved purely nothing_more no_other unless until except but one mere",
    "some": "some several certain a_few few many most various numerous a_number_of a_handful number_of majority minority half third "
    "quarter part parts partly partial(?:ly)? main(?:ly)? largely mostly chiefly primarily predominantly principal(?:ly)? "
    "especial(?:ly)? particular(?:ly)? above_all notably among including include[sd]? such_as for_example for_instance like "
    "often usual(?:ly)? general(?:ly)? typical(?:ly)? sometimes occasional(?:ly)? frequent(?:ly)? broadly roughly almost nearly "
    "about one_of two_of three_of members?_of those at_least other another others sort_of kind_of first much more in_principle "
    "as_a_rule range selected_? selected a_group first_group proportion share dozens hundreds thousands scores some_of any_of "
    "to_some_extent to_a_degree in_part a_small a_large",
    "condition": "except(?:ing|ion|ions)? exclud\\w+ unless other_than apart_from aside_from save_for but_not exempt\\w* spared "
    "if provided on_condition conditions? subject_to so_long_as as_long_as where when whenever in_cases? only_if only_when "
    "only_where outside beyond limited restricted in_principle without not until although though however but whether "
    "otherwise rather_than instead",
}
"""Alternatives by class; `_` stands for a blank."""

QUANTITY = Marker(CLASSES)

SWEEPING = Marker(
    {
        "all": "all every(?:one|body|thing)? each entire(?:ly|ty)? always universal(?:ly)? unanimous(?:ly)? worldwide nationwide "
        "the_whole completely exhaustive(?:ly)? almost_all nearly_all",
        "any": "any",
        "only": "only alone solely exclusively sole",
        "none": "none never nobody no_one nowhere not_a_single",
    }
)
"""Words by which a claim says that nothing is left out."""

EXTREME = Marker(
    {
        "extreme": "whatsoever wherever whenever whoever whichever whatever anywhere everywhere regardless irrespective unlimited "
        "unconditional(?:ly)? without_(?:any_|further_)?(?:exceptions?|limits?|conditions?|restrictions?) of_(?:any|every|all)_"
        "(?:kind|sort|type|size)s? as_a_whole all_over across_the_board at_any_time in_(?:any|every|all)_(?:way|circumstance|case|context"
        "|respect)s? under_(?:any|all)_circumstances ever in_the_world on_earth whether_or_not \\w+_or_not no_matter at_all_times "
        "around_the_world even_(?:without|with) alike all_kinds_of all_sorts_of"
    }
)
"""Words that make a statement as wide as can be; only words as wide bear them out."""

RESTRICTING = Marker(
    {
        "some": "some several certain a_few few many most various numerous mostly mainly largely partly partially in_part chiefly "
        "primarily predominantly hardly_any half a_number_of a_handful_of \\d+_of (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)_of part_of parts_of majority minority "
        "often usually generally typically sometimes occasionally in_principle nearly almost as_a_rule "
        "a_(?:first_|second_|small_|selected_|third_)?(?:group|part|series|range|set|circle|number|share)_of "
        "the_(?:first|second|third|last)_group_of"
    }
)
"""Words by which a source says that not everything is meant."""

FOREMOST = Marker(
    {
        "some": "above_all especially particularly in_particular mainly mostly largely chiefly primarily notably including include[sd]? "
        "such_as among for_example for_instance partly first"
    }
)
"""Words by which a source says that there is more than it names."""

EXCLUSIVE = Marker(
    {"only": "only alone solely exclusively sole purely nothing_but no_other none_but no_one_else merely just"}
)
"""Words that leave everything else out."""

EXCEPTIONS = Marker(
    {
        "except": "except_for except unless with_the_exception_of other_than apart_from aside_from save_for provided_that provided "
        "on_condition_that only_if only_when only_where as_long_as so_long_as excluding only_after without_\\w+ing"
    }
)
"""Words that open an exception or a condition."""
