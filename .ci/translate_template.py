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

# The translator runs after "sam package", which has put the zip where CloudFormation finds it. A state machine's
# definition is put in instead, for cfn-lint to read.
for resource in template["Resources"].values():
    properties = resource.get("Properties", {})
    if resource["Type"] == "AWS::Serverless::Function":
        properties["CodeUri"] = "s3://bucket/breve-lambda.zip"
    if resource["Type"] == "AWS::Serverless::StateMachine":
        with open(properties.pop("DefinitionUri"), encoding="utf-8") as file:
            properties["Definition"] = json.load(file)

translated = Translator({}, Parser()).translate(template, {})
json.dump(translated, sys.stdout, indent=2)
