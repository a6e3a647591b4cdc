package org.rdpdx.rulebook;

import java.util.Optional;

/**
 * What became of one rule.
 *
 * @param rule its row in the condition table
 * @param state the one state it is in
 * @param failure what was thrown, if the state is {@link RuleState#ERROR}
 */
public record RuleVerdict(Rule rule, RuleState state, Optional<String> failure) {}
