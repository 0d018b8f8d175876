"""The model -> files that editors' programs work by: JSON Schemas, VS Code, Front Matter CMS, Pages CMS.

Each says what the program needs to know of the fields; none of it is written by hand, so that it follows the model.
"""
