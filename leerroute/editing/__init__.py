"""Editing the catalogue without a developer: who may, drafts, preview, publishing, history, export and import."""
