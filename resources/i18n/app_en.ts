<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>KeyPad</name>
        <message>
            <source>Number pad</source>
            <translation>Number pad</translation>
        </message>
        <message>
            <source>Delete last digit</source>
            <translation>Delete last digit</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>Loop POS</source>
            <translation>Loop POS</translation>
        </message>
    </context>
    <context>
        <name>Notice</name>
        <message>
            <source>Close message</source>
            <translation>Close message</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Digits entered</source>
            <translation>Digits entered</translation>
        </message>
    </context>
    <context>
        <name>StatusBar</name>
        <message>
            <source>Status of the till</source>
            <translation>Status of the till</translation>
        </message>
    </context>
    <context>
        <name>Stepper</name>
        <message>
            <source>One less</source>
            <translation>One less</translation>
        </message>
        <message>
            <source>One more</source>
            <translation>One more</translation>
        </message>
    </context>
</TS>
