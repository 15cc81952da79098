"""Writes template.yaml to standard output as the CloudFormation that SAM makes of it, for cfn-lint.

`sam validate` knows the shape of SAM's own resources; what they become, it does not look at.
"""

import json
import logging
import sys

from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

logging.disable(logging.CRITICAL)

with open(sys.argv[1], encoding="utf-8") as file:
    template = yaml_parse(file.read())

# The translator runs after "sam package", which has put code and definitions where CloudFormation finds them.
definitions = {}
for name, resource in template["Resources"].items():
    properties = resource.get("Properties", {})
    if resource["Type"] == "AWS::Serverless::Function":
        properties["CodeUri"] = "s3://bucket/breve-lambda.zip"
    if resource["Type"] == "AWS::Serverless::StateMachine":
        with open(properties["DefinitionUri"], encoding="utf-8") as file:
            # cfn-lint knows no substitutions in ARNs.
            definitions[name] = json.loads(file.read().replace("${Partition}", "aws"))
        properties["DefinitionUri"] = "s3://bucket/definition.json"

translated = Translator({}, Parser()).translate(template, {})

# So that cfn-lint reads the definitions too.
for name, definition in definitions.items():
    properties = translated["Resources"][name]["Properties"]
    del properties["DefinitionS3Location"]
    properties["Definition"] = definition

json.dump(translated, sys.stdout, indent=2)
