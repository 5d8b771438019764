package org.kepu.plandoc;

/** One point of 组织实施 or 保障措施: its heading and its text, white space removed. */
public record OrganisationPoint(String title, String text, Span at) {}
