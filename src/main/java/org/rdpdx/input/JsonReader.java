package org.rdpdx.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** JSON as a tree, from Jackson's tokens. Numbers keep their source text. */
final class JsonReader {

    private final Tree tree;

    JsonReader(String fileName, List<Problem> problems) {
        this.tree = new Tree(fileName, problems);
    }

    List<Node> read(String text) {
        List<Node> documents = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                documents.add(node(parser, token, 0));
            }
        } catch (Tree.Stop e) {
            return documents; // told where it was thrown
        } catch (JsonProcessingException e) {
            tree.report(ProblemCode.BAD_SYNTAX, place(e.getLocation()), e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from a string", e);
        }
        return documents;
    }

    private Node node(JsonParser parser, @Nullable JsonToken token, int depth) throws IOException {
        Place place = place(parser.currentTokenLocation());
        tree.count(1, place);
        if (token == JsonToken.START_OBJECT) {
            return object(parser, place, depth + 1);
        }
        if (token == JsonToken.START_ARRAY) {
            return array(parser, place, depth + 1);
        }
        return new ScalarNode(place, parser.getText(), token != JsonToken.VALUE_STRING);
    }

    private Node object(JsonParser parser, Place place, int depth) throws IOException {
        tree.descend(depth, place);
        Tree.Entries entries = tree.new Entries();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = parser.currentName();
            Place keyPlace = place(parser.currentTokenLocation());
            entries.put(key, keyPlace, node(parser, parser.nextToken(), depth));
        }
        return entries.at(place);
    }

    private Node array(JsonParser parser, Place place, int depth) throws IOException {
        tree.descend(depth, place);
        List<Node> items = new ArrayList<>();
        for (JsonToken next = parser.nextToken(); next != JsonToken.END_ARRAY; next = parser.nextToken()) {
            items.add(node(parser, next, depth));
        }
        return new SequenceNode(place, items);
    }

    private Place place(@Nullable JsonLocation location) {
        return location == null ? tree.place(1, 1) : tree.place(location.getLineNr(), location.getColumnNr());
    }
}
