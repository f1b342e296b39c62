"""Exported chats (WhatsApp, Telegram, Signal, Slack, Discord): each day with messages becomes a source of its own."""
