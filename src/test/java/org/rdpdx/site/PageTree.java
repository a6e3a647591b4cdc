package org.rdpdx.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The elements of a page, read as XML: what is not well formed is refused. */
final class PageTree {

    private final Document document;

    private PageTree(Document document) {
        this.document = document;
    }

    static PageTree of(byte[] page) {
        try {
            DocumentBuilder builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler());
            return new PageTree(builder.parse(new ByteArrayInputStream(page)));
        } catch (ParserConfigurationException | SAXException | IOException wrong) {
            throw new AssertionError(wrong.getMessage(), wrong);
        }
    }

    /** All elements of that name in the order of the page; all there are for an asterisk. */
    List<Element> all(String name) {
        return within(document.getElementsByTagName(name));
    }

    /** The only element of that name. */
    Element one(String name) {
        List<Element> all = all(name);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " of " + name);
        }
        return all.get(0);
    }

    /** The values of an attribute, in the order of the page. */
    List<String> attributes(String name) {
        List<String> values = new ArrayList<>();
        each(element -> {
            if (element.hasAttribute(name)) {
                values.add(element.getAttribute(name));
            }
        });
        return values;
    }

    void each(Consumer<Element> taking) {
        all("*").forEach(taking);
    }

    private static List<Element> within(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
