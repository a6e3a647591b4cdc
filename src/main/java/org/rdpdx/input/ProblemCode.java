package org.rdpdx.input;

import java.util.Locale;

/**
 * Every kind of problem that text can have. The comment of each names its arguments: first those that say what is wrong,
 * after the arrow those that say what to do. The words themselves stand in the message catalogue.
 */
public enum ProblemCode {
    // the file as a whole
    /** [] the file is not there. */
    NO_SUCH_FILE,
    /** [reason] the file is there and cannot be read. */
    CANNOT_READ,
    /** [] nothing is written in it. */
    EMPTY_FILE,
    /** [limit in bytes] it is too large to be what it should be. */
    TOO_LARGE,
    /** [encoding] bytes that are no text in the encoding that the file seems to have. */
    NOT_TEXT,

    // YAML and JSON
    /** [what the parser says] the file is neither YAML nor JSON from here on. */
    BAD_SYNTAX,
    /** [] a tab where YAML wants spaces. */
    TAB,
    /** [key, line of the first] the same key twice in one map. */
    DUPLICATE_KEY,
    /** [] a key that is no simple word. */
    BAD_KEY,
    /** [tag] a YAML tag that means nothing here. */
    UNKNOWN_TAG,
    /** [anchor] a reference to something that is not written before it. */
    UNKNOWN_ANCHOR,
    /** [limit] more maps and lists inside each other than anybody needs. */
    TOO_DEEP,
    /** [limit] more values, written or referred to, than anybody needs. */
    TOO_MANY_VALUES,

    // maps, lists and values
    /** [key] → [nearest keys] a key that has no meaning here. */
    UNKNOWN_KEY,
    /** [key] a key that must be here and is not. */
    MISSING_KEY,
    /** [key or file, type wanted, what is written] → [what it would be, if that is plain] a value of the wrong kind. */
    WRONG_TYPE,
    /** [key, word] → [nearest words, or all if they are few] a word that is not one of those allowed. */
    UNKNOWN_WORD,
    /** [key] an empty text, map or list where something must be said. */
    EMPTY_VALUE,

    // facts
    /** [key, what is written] null, nothing or "unknown": what was not observed is left out. */
    NOT_OBSERVED_VALUE,
    /** [key, what is written] a time of day without an offset. → [with Z] */
    TIME_WITHOUT_OFFSET,
    /** [key, what is written] a name that Windows shows instead of a SID or one of our names. → [nearest names] */
    DISPLAY_NAME,
    /** [text] a dialog that we do not know. → [nearest ids] */
    UNKNOWN_MESSAGE,
    /** [kind, viewpoint] a kind that cannot be observed there. → [where it can] */
    WRONG_VIEWPOINT,
    /** [kind, properties missing] a thing that does not say which thing it is. */
    MISSING_IDENTITY,
    /** [kind, properties] one of them must be written. */
    NEEDS_ONE_OF,
    /** [key, kind] a property of what is stated absent. → [properties that may stand there] */
    BESIDE_ABSENT,
    /** [kind] a thing that cannot be absent, said to be absent. */
    CANNOT_BE_ABSENT,
    /** [viewpoint] a part of the world that is always there, said not to be. */
    CANNOT_BE_NONE,
    /** [path, value here, value there, place there] the same thing said twice, differently. */
    CONFLICT,
    /** [path, what is said, what follows, from what] two things that cannot both be so. */
    DISAGREES,
    /** [key] a property that is worked out from others and may not be written. */
    DERIVED,
    /** [path] → [nearest] not a path to a fact. */
    BAD_PATH,
    /** [kind] an empty list of things: a list is never known to be complete, so absence is said per thing. */
    EMPTY_LIST,

    // rulebooks
    /** [id] a folder whose name is no id: small letters, digits and hyphens. */
    BAD_ID,
    /** [id, what is expected] a folder without a case of that kind. */
    CASE_MISSING,
    /** [id] a folder without one of its files. */
    FILE_MISSING,
    /** [id] an id that once named something else and is never used again. */
    ID_RETIRED,
    /** [id, where the other is] the same id twice. */
    ID_TWICE,
    /** [] a rulebook without rulebook.yaml. */
    RULEBOOK_HEADER_MISSING,
    /** [] a second rulebook.yaml laid over the first. */
    RULEBOOK_HEADER_TWICE,
    /** [] a second document where one is wanted. */
    SEVERAL_DOCUMENTS,
    /** [id] a step that needs itself, directly or through others. */
    STEP_CYCLE,
    /** [class] a step that does not say how it is taken back. */
    UNDO_MISSING,
    /** [class] a step that is for a time only and does not say for how long. */
    END_MISSING,
    /** [path] → [name it may have been meant to have] a file that nothing reads. */
    STRAY_FILE,
    /** [area] → [areas] a folder in an area that rulebook.yaml does not name. */
    UNKNOWN_AREA,
    /** [key, id] → [nearest ids] the name of something that is not there. */
    UNKNOWN_REFERENCE,

    // rules
    /** [name] → [nearest] an annotation that means nothing here. */
    RULE_ANNOTATION,
    /** [condition] a calculation: it throws where a value was not observed. */
    RULE_ARITHMETIC,
    /** [attribute] salience and its like: order is not for rules to say. */
    RULE_ATTRIBUTE,
    /** [expression, what is wrong with it] no regular expression. */
    RULE_BAD_REGEX,
    /** [property] → [what to write] a flag standing alone: it throws where it was not observed. */
    RULE_BARE_FLAG,
    /** [number] → [in hexadecimal] a number that does not fit into 32 bits as it is written. */
    RULE_BIG_LITERAL,
    /** [variable] a variable bound where nothing is matched. */
    RULE_BINDING_IN_NOT,
    /** [rule] a deduction that rests on what it makes. */
    RULE_CIRCULAR,
    /** [what is written] → [what to write] a consequence of another form. */
    RULE_CONSEQUENCE,
    /** [condition] a constant on the left. */
    RULE_CONSTANT_FIRST,
    /** [property] → [what to write] contains on a property that holds one value. */
    RULE_CONTAINS_ON_SINGLE,
    /** [first word] something that is not a rule. */
    RULE_DECLARATION,
    /** [type, properties, arguments] a deduced fact made with another number of arguments than it has properties. */
    RULE_DEDUCTION_ARGUMENTS,
    /** [what Drools says] refused by Drools though the door let it pass. */
    RULE_DOES_NOT_COMPILE,
    /** [rule] the same rule name twice: Drools would lose one silently. */
    RULE_DUPLICATE,
    /** [first word] accumulate, from, eval, forall and their like. */
    RULE_ELEMENT,
    /** [] a rule without a condition. */
    RULE_EMPTY,
    /** [kind] exists over facts that were not deduced. */
    RULE_EXISTS_OVER_FACTS,
    /** [rule] a rule that extends another. */
    RULE_EXTENDS,
    /** [condition] a form that no rule may use. */
    RULE_FORM,
    /** [property] a text that is evidence for people only. */
    RULE_FREE_TEXT,
    /** [first word] not or exists over more than one pattern. */
    RULE_GROUPED_NOT,
    /** [import] an import of something else than facts and Finding. */
    RULE_IMPORT,
    /** [property, its type, other property, its type] a comparison of two things that cannot be equal. */
    RULE_JOIN_TYPES,
    /** [property] matches on something that is no text. */
    RULE_MATCHES_ON_VALUE,
    /** [call] a method call: it throws where a value was not observed. */
    RULE_METHOD_CALL,
    /** [name] → [id of the folder] a rule not named after its folder. */
    RULE_NAME,
    /** [condition] a negated condition: it fires where a value was not observed. */
    RULE_NEGATED_CONDITION,
    /** [condition] → [what to write] a negated flag: it throws where it was not observed. */
    RULE_NEGATED_FLAG,
    /** [path] a path through another fact. */
    RULE_NESTED_PATH,
    /** [] a file without a rule. */
    RULE_NONE,
    /** [type] → [nearest] a deduction that makes a kind that is observed. */
    RULE_NOT_DEDUCIBLE,
    /** [kind] → [what to write] not over facts that nobody may have collected. */
    RULE_NOT_OVER_FACTS,
    /** [condition] a comparison with null: that nobody looked is no fact. */
    RULE_NULL_EQUALS,
    /** [property, operator] a measured number compared for equality. */
    RULE_NUMBER_EQUALITY,
    /** [property, operator] smaller or greater of something that has no order. */
    RULE_ORDER_ON_WORD,
    /** [package] → [what it must be] another package. */
    RULE_PACKAGE,
    /** [kind] a condition without the name of its property. */
    RULE_POSITIONAL,
    /** [kind] a pattern that names a thing that may be absent, and does not say whether it must be there. */
    RULE_PRESENCE_UNSAID,
    /** [property] → [what to write] a set compared as if it were one value. */
    RULE_SET_COMPARED,
    /** [word] speaks neither for nor against. */
    RULE_SPEAKS_UNKNOWN,
    /** [rule] a rule that does not say how strongly it speaks. */
    RULE_STRENGTH_MISSING,
    /** [] a strength where none is weighed. */
    RULE_STRENGTH_ON_DEDUCTION,
    /** [word] → [nearest] a strength that is none. */
    RULE_STRENGTH_UNKNOWN,
    /** [what the parser says] no DRL from here on. */
    RULE_SYNTAX,
    /** [property] a time compared with a constant. */
    RULE_TIME_CONSTANT,
    /** [property, operator] times compared in another way than by before and after. */
    RULE_TIME_OPERATOR,
    /** [variable] → [nearest] a variable that no pattern before binds. */
    RULE_UNBOUND_VARIABLE,
    /** [condition] → [what to write] a condition that fires where a value was not observed. */
    RULE_UNGUARDED,
    /** [variable] → [what to write] a variable whose value may not have been observed. */
    RULE_UNGUARDED_VARIABLE,
    /** [type] → [nearest] a pattern over something that is no kind of fact. */
    RULE_UNKNOWN_KIND,
    /** [operator] an operator that no rule may use. */
    RULE_UNKNOWN_OPERATOR,
    /** [property, kind] → [nearest] a property that the kind does not have. */
    RULE_UNKNOWN_PROPERTY,
    /** [word, property] → [nearest] a word that the property can never have. */
    RULE_UNKNOWN_WORD,
    /** [word] → [in quotes] a word without quotes. */
    RULE_UNQUOTED_WORD,
    /** [variable] a variable bound twice. */
    RULE_VARIABLE_TWICE,
    /** [property, its type, what is written] a constant of another type. */
    RULE_WRONG_TYPE,

    // rulebooks in one file
    /** [attribute] a line of the manifest that is missing or says nothing that can be understood. */
    PACK_ATTRIBUTE,
    /** [] the authors' files are not those that were packed. */
    PACK_CHANGED,
    /** [entry] a name that leads out of the file, or is no name. */
    PACK_ENTRY_NAME,
    /** [entry] something that is neither a rule nor compiled. */
    PACK_ENTRY_STRAY,
    /** [entry, limit in bytes] more than a file of a rulebook can hold. */
    PACK_ENTRY_TOO_LARGE,
    /** [entry] the same name twice. */
    PACK_ENTRY_TWICE,
    /** [] a jar that holds no rulebook. */
    PACK_FOREIGN,
    /** [what it was compiled for] compiled for others, and there is no compiler. */
    PACK_FOR_OTHERS,
    /** [version needed, version of this program] a program older than the rulebook needs. */
    PACK_NEEDS_NEWER,
    /** [limit] more entries than a rulebook can have. */
    PACK_TOO_MANY,
    /** [] no jar, or a damaged one. */
    PACK_UNREADABLE,
    /** [version, ours] written in the words of another vocabulary. */
    PACK_VOCABULARY,
    /** [] rules that were never compiled, and no compiler. */
    RULES_NEED_COMPILER,

    // what a rulebook may say and had better not: errors stop nothing but the check
    /** [conditions, joined by commas] conditions that no fact can ever fulfil together. */
    NEVER_TRUE(Severity.ERROR),
    /** [name] → [nearest] a deduced fact that no deduction makes. */
    NEVER_DEDUCED(Severity.ERROR),
    /** [path] → [nearest] a gap in a command that means no fact. */
    UNKNOWN_PLACEHOLDER(Severity.ERROR),
    /** [condition, condition that says more] a condition that another of its pattern already says. */
    SAID_ALREADY(Severity.WARNING),
    /** [rule, other rule] a way that never counts, since another fires whenever it does and speaks no weaker. */
    WAY_WITHOUT_WEIGHT(Severity.WARNING),
    /** [rule, other rule] two ways of one cause with the same conditions, one for it and one against. */
    SPEAKS_BOTH_WAYS(Severity.WARNING),
    /** [rule, rule of another cause, that cause] two causes seen by the same conditions that do not name each other. */
    TWIN(Severity.WARNING),
    /** [rule] a decisive way that nothing ties to the attempt. */
    LOOSE_DECISIVE(Severity.WARNING),
    /** [id, most that all its ways together come to, what would be likely] a cause that can never be likely. */
    NEVER_LIKELY(Severity.WARNING),
    /** [variable] a variable that nothing reads. */
    UNUSED_VARIABLE(Severity.WARNING),
    /** [kind, other kind] two patterns over lists that nothing narrows and nothing joins. */
    LOOSE_PAIR(Severity.WARNING),
    /** [name, property] a name as Windows shows it, in a condition. */
    SHOWN_NAME(Severity.WARNING),
    /** [text, property] the words of a dialog, in a condition. */
    SHOWN_TEXT(Severity.WARNING),
    /** [rule] a rule that the next language of Drools reads otherwise. */
    NEXT_LANGUAGE(Severity.WARNING),
    /** [name] a deduction that no rule reads. */
    UNREAD_DEDUCTION(Severity.WARNING),
    /** [title, last letter] a title that ends like a sentence. */
    TITLE_ENDS(Severity.WARNING),
    /** [title, length, most] a title too long for one line. */
    TITLE_TOO_LONG(Severity.WARNING),
    /** [title] a title that begins with a small letter. */
    TITLE_BEGINS(Severity.WARNING),
    /** [title, other id] two titles that cannot be told apart. */
    TITLE_TWICE(Severity.WARNING),
    /** [url] a source that is no address of a page. */
    SOURCE_ADDRESS(Severity.WARNING),
    /** [id] a shared step that no cure uses. */
    UNUSED_STEP(Severity.WARNING),
    /** [key, id] a cause that names itself. */
    NAMES_ITSELF(Severity.WARNING),
    /** [key, id] the same id twice in one list. */
    NAMED_TWICE(Severity.WARNING),
    /** [id] a step that only looks and is said to cure. */
    LOOKING_CURES(Severity.WARNING),
    /** [id] a diagnosis of which no step cures it. */
    NOTHING_CURES(Severity.WARNING),
    /** [what is written] a version that is none. */
    SINCE_NO_VERSION(Severity.WARNING),
    /** [id, retired id] a retired id that points to one that is not there. */
    RETIRED_TO_NOWHERE(Severity.WARNING),
    /** [name] two cases of one folder with one name. */
    CASE_TWICE(Severity.WARNING),
    /** [path, rule] a case said to be decided by a fact that its rule does not read. */
    BECAUSE_NOT_READ(Severity.WARNING),
    /** [what] something that is still to be written. */
    TO_DO(Severity.NOTE),
    /** [] blanks at the end of a line. */
    BLANKS_AT_END(Severity.NOTE),
    /** [] a last line without an end. */
    NO_LAST_LINE_END(Severity.NOTE),
    /** [] → [the line] a file that does not tell editors its schema. */
    SCHEMA_UNSAID(Severity.NOTE),
    /** [word, property, id] a word that only one diagnosis reads. */
    READ_BY_ONE(Severity.INFORMATION);

    /** How much a problem matters. */
    public enum Severity {
        /** What is written cannot be used, or can never do what it is for. */
        ERROR,
        /** It can be used, and most likely does not do what its author meant. */
        WARNING,
        /** Something small. */
        NOTE,
        /** Nothing is wrong: worth knowing. */
        INFORMATION;

        /** The word in JSON and on screen. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Severity severity;

    ProblemCode() {
        this(Severity.ERROR);
    }

    ProblemCode(Severity severity) {
        this.severity = severity;
    }

    /** How much it matters. */
    public Severity severity() {
        return severity;
    }

    /** The word in JSON and in terse output: {@code unknown-key}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
